package org.jeongmun.web.page;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.schedule.LocalizedText;

/** The pages that Faces has written already, for all who are to be shown the same. Safe for many threads. */
final class KeptPages {
    /** Of a crowd nearly all are shown one of a few; when there are more, all are forgotten and written again. */
    private static final int MOST = 200;

    private final Map<Key, KeptPage> kept = new ConcurrentHashMap<>();

    /**
     * All that a page shows, but for the parts that are the reader's own.
     *
     * @param path of the page
     * @param own what it shows by itself
     * @param demo whether it says that this is a demo
     * @param announcement what an operator tells everybody
     */
    record Key(String path, Object own, boolean demo, Optional<LocalizedText> announcement) {}

    /** @return the page, if it was written before */
    Optional<KeptPage> find(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps a page for the next. */
    void keep(Key key, KeptPage page) {
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(key, page);
    }
}

package org.jeongmun.web.waitingroom;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The waiting pages that were written already. Of a crowd nearly all read one of a few, so that a person's page is some
 * numbers and a copy. Safe for many threads.
 */
public final class WaitingPages {
    /** More than a moment with a dozen windows has; when there are more, all are forgotten and written again. */
    private static final int MOST = 200;

    private final Map<WaitingView, WaitingPage> written = new ConcurrentHashMap<>();

    /** Makes a place without any page. */
    public WaitingPages() {}

    /** @return the page that says what this view says, to anybody whom it says that to */
    public WaitingPage of(WaitingView view) {
        WaitingView words = view.words();
        WaitingPage known = written.get(words);
        if (known != null) {
            return known;
        }
        if (written.size() >= MOST) {
            written.clear();
        }
        return written.computeIfAbsent(words, WaitingPage::of);
    }
}

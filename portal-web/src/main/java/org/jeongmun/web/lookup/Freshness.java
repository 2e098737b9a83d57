package org.jeongmun.web.lookup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long caches may keep what a plugin answered: never long enough to tell of free places after the window. */
final class Freshness {
    private static final String NONE = "no-store";
    private static final int MOST_SECONDS = 5;
    private static final Pattern MAX_AGE = Pattern.compile("(?:(?:public|private), ?)?(max-age=([0-9]{1,9}))");

    private Freshness() {}

    /**
     * Bounds a header of a plugin.
     *
     * @param cacheControl as the plugin wrote it; {@code null} when it wrote none
     * @param ofOnePartner whether the answer is for one partner, so that only that partner's caches may keep it
     * @return what the plugin wrote, when it is short enough and plain enough to be sure of; else not at all
     */
    static String bounded(String cacheControl, boolean ofOnePartner) {
        if (cacheControl == null) {
            return NONE;
        }
        Matcher maxAge = MAX_AGE.matcher(cacheControl);
        if (maxAge.matches() && Integer.parseInt(maxAge.group(2)) <= MOST_SECONDS) {
            return ofOnePartner ? "private, " + maxAge.group(1) : cacheControl;
        }
        return cacheControl.equals("no-cache") ? cacheControl : NONE;
    }
}

package org.jeongmun.web.lookup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long caches may keep what a plugin answered: never long enough to tell of free places after the window. */
final class Freshness {
    private static final String NONE = "no-store";
    private static final int MOST_SECONDS = 5;
    private static final Pattern MAX_AGE = Pattern.compile("(?:(?:public|private), ?)?max-age=([0-9]{1,9})");

    private Freshness() {}

    /** @return what the plugin wrote, when it is short enough and plain enough to be sure of; else not at all */
    static String bounded(String cacheControl) {
        if (cacheControl == null) {
            return NONE;
        }
        Matcher maxAge = MAX_AGE.matcher(cacheControl);
        boolean isShort = maxAge.matches() && Integer.parseInt(maxAge.group(1)) <= MOST_SECONDS;
        return isShort || cacheControl.equals("no-cache") ? cacheControl : NONE;
    }
}

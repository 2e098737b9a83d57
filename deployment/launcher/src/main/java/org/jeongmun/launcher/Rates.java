package org.jeongmun.launcher;

import java.util.Locale;

/** People per second, as operators read them. */
public final class Rates {
    private static final double FEW = 1;

    private Rates() {}

    /** @return with one digit behind the point, none where that is zero, and three digits of fewer than one a second */
    public static String rounded(double perSecond) {
        if (perSecond > 0 && perSecond < FEW) {
            return String.format(Locale.ROOT, "%.3f", perSecond);
        }
        String text = String.format(Locale.ROOT, "%,.1f", perSecond);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}

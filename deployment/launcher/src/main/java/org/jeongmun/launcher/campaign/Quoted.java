package org.jeongmun.launcher.campaign;

/**
 * A piece of somebody's file as a message may repeat it: short, on one line, without characters that steer a terminal.
 */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** @return the text in quotes, cut short where it is long */
    public static String of(String text) {
        String visible = text.codePoints()
                .limit(LONGEST)
                .collect(
                        StringBuilder::new,
                        (shown, each) -> shown.appendCodePoint(isVisible(each) ? each : '?'),
                        StringBuilder::append)
                .toString();
        return "'" + visible + (text.codePointCount(0, text.length()) > LONGEST ? "…" : "") + "'";
    }

    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}

package org.jeongmun.launcher.desk;

import org.jeongmun.launcher.CommandFailure;

/** A text that an operator gives: one line, kept for good and shown to people. */
final class Line {
    private static final int LONGEST = 500;

    private Line() {}

    /**
     * Checks a text.
     *
     * @param option by which it was given
     * @return the text without blanks around it; refuses one that says nothing or fills more than a line
     */
    static String checked(String option, String text) {
        String line = text == null ? "" : text.strip();
        if (line.isEmpty() || line.length() > LONGEST || line.codePoints().anyMatch(Line::breaksALine)) {
            throw CommandFailure.wrongUsage("%s: write one line of at most %d characters.".formatted(option, LONGEST));
        }
        return line;
    }

    private static boolean breaksALine(int character) {
        int kind = Character.getType(character);
        return Character.isISOControl(character)
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
    }
}

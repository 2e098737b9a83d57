package org.jeongmun.launcher;

import org.jeongmun.identity.Typed;

/** A text that an operator gives: one line, kept for good and shown to people. */
public final class Line {
    private Line() {}

    /**
     * Checks a text.
     *
     * @param option by which it was given
     * @return the text without blanks around it; refuses one that says nothing or fills more than a line
     */
    public static String checked(String option, String text) {
        return Typed.line(text, Typed.LONGEST_LINE)
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        "%s: write one line of at most %d characters.".formatted(option, Typed.LONGEST_LINE)));
    }
}

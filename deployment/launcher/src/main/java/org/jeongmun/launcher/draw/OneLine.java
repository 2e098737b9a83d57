package org.jeongmun.launcher.draw;

import org.jeongmun.launcher.CommandFailure;

/** A text that is published as it is, such as the source of a random value. */
final class OneLine {
    private static final int LONGEST = 500;

    private OneLine() {}

    /** @return the text without blanks around it; refuses one that says nothing or fills more than a line */
    static String checked(String option, String text) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > LONGEST || line.codePoints().anyMatch(Character::isISOControl)) {
            throw CommandFailure.wrongUsage("%s: write one line of at most %d characters.".formatted(option, LONGEST));
        }
        return line;
    }
}

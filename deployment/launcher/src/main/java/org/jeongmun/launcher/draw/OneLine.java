package org.jeongmun.launcher.draw;

import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Line;

/** A text that is published as it is, such as the source of a random value. */
final class OneLine {
    private OneLine() {}

    /** @return the text as it is; refuses one that says nothing, fills more than a line or has blanks around it */
    static String checked(String option, String text) {
        String line = text.strip();
        // A value is mixed into the draw character for character: nobody but who published it may change it.
        if (!line.isEmpty() && !line.equals(text)) {
            throw CommandFailure.wrongUsage(
                    "%s: the text begins or ends with a blank: write it without.".formatted(option));
        }
        return Line.checked(option, line);
    }
}

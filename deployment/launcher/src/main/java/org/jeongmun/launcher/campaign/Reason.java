package org.jeongmun.launcher.campaign;

import org.jeongmun.launcher.CommandFailure;

/** What an operator gives as {@code --reason}; it is kept with the version of the schedule. */
public final class Reason {
    private static final int LONGEST = 500;

    private Reason() {}

    /** @return the text without blanks around it; refuses one that says nothing or fills more than a line */
    public static String checked(String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw CommandFailure.wrongUsage(
                    "--reason: say why in one line of at most %d characters.".formatted(LONGEST));
        }
        return reason;
    }
}

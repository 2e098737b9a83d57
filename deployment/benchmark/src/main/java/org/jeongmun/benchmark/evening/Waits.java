package org.jeongmun.benchmark.evening;

import org.jeongmun.benchmark.wire.Answer;

/** How long somebody waits who was turned away. */
final class Waits {
    private static final double UNTOLD = 2;

    private Waits() {}

    /** @return what the answer says, in seconds */
    static double secondsOf(Answer answer) {
        String told = answer.header("Retry-After");
        return told.matches("\\d{1,4}") ? Double.parseDouble(told) : UNTOLD;
    }
}

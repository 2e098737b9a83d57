package org.jeongmun.benchmark.evening;

import java.util.Set;
import org.jeongmun.benchmark.wire.Answer;

/** How long somebody waits who was turned away. */
final class Waits {
    private static final double UNTOLD = 2;
    private static final double LONGEST = 5;
    private static final Set<String> PASSES = Set.of("UNKNOWN", "MAINTENANCE");

    private Waits() {}

    /** @return whether somebody who has got this answer comes back */
    static boolean isWorthIt(PageClass pages, Answer answer) {
        return pages == PageClass.BUSY || pages == PageClass.CLOSED && PASSES.contains(answer.header("X-Portal-Gate"));
    }

    /** @return in how many seconds: what the answer says, but nobody has the patience for more than five */
    static double secondsOf(Answer answer) {
        String told = answer.header("Retry-After");
        return told.matches("\\d{1,4}") ? Math.min(LONGEST, Double.parseDouble(told)) : UNTOLD;
    }
}

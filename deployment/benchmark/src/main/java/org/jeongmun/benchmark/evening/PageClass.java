package org.jeongmun.benchmark.evening;

import org.jeongmun.benchmark.wire.Answer;

/** The classes of pages that the contract knows, and the answers that are no page. */
public enum PageClass {
    /** What everybody may always see; the page of the line and its counter too. */
    NOTICE,
    /** Who you are. */
    CHECK_IN,
    /** Clinic, time, confirmation. */
    BOOKING,
    /** Look-ups by partners. */
    LOOKUP,
    /** The receipt. */
    CARE,
    /** The gate's answer, whatever was asked for. */
    CLOSED,
    /** Turned away because too many were inside at once. */
    BUSY;

    /** @return the class of that target */
    public static PageClass of(String target) {
        if (target.startsWith("/check-in")) {
            return CHECK_IN;
        }
        if (target.startsWith("/waiting") || target.equals("/")) {
            return NOTICE;
        }
        if (target.startsWith("/lookup/") || target.startsWith("/clinics")) {
            return LOOKUP;
        }
        return target.startsWith("/reserve/done") || target.startsWith("/reservation") ? CARE : BOOKING;
    }

    /** @return what an answer to a request for that target is counted as */
    public static PageClass of(String target, Answer answer) {
        if (answer.status() != 503) {
            return of(target);
        }
        return answer.header("X-Portal-Gate").isEmpty() ? BUSY : CLOSED;
    }
}

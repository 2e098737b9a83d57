package org.jeongmun.benchmark.drill;

import java.util.List;

/** The tables say otherwise than what visitors were shown. */
final class PromiseBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int count;

    PromiseBrokenException(List<String> broken) {
        super("A promise was broken: " + String.join("; ", broken) + ".");
        count = broken.size();
    }

    /** @return how many were */
    int count() {
        return count;
    }
}

package org.jeongmun.benchmark.drill;

import java.util.List;

/** The tables say otherwise than what visitors were shown. */
final class PromiseBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PromiseBrokenException(List<String> broken) {
        super("A promise was broken: " + String.join("; ", broken) + ".");
    }
}

package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Of many who were to get something, those who did not, by reason. None of them is ever counted as done. */
final class Losses {
    private static final double TOLERATED = 0.01;

    private final Map<String, Long> byReason = new TreeMap<>();
    private long asked;

    /** Adds what became of a group. @param done how many of it got what they came for */
    void add(long done, Map<String, Long> lost) {
        lost.forEach((reason, times) -> byReason.merge(reason, times, Long::sum));
        asked += done + lost.values().stream().mapToLong(Long::longValue).sum();
    }

    long count() {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One lost answer spoils no figure, many do. @throws IOException when more than one in a hundred were lost */
    void requireFew() throws IOException {
        if (count() > asked * TOLERATED) {
            throw new IOException("Too many were lost for a figure to be made of the others: %d of %d, %s."
                    .formatted(count(), asked, byReason));
        }
    }

    /** @return how many there were and why, in words; for a report */
    String words() {
        return count() == 0
                ? String.format(Locale.ROOT, "Lost in measured rounds: none of %,d.", asked)
                : String.format(
                        Locale.ROOT,
                        "Lost in measured rounds: **%,d of %,d**, none of them counted as done: %s.",
                        count(),
                        asked,
                        byReason);
    }
}

package org.jeongmun.web.line;

import java.time.Instant;

/**
 * How many are inside who were let in by this node, in as many numbers as a pass has seconds. Safe for many threads.
 */
final class InsideRing {
    private static final int LONGEST_PASS_SECONDS = 24 * 60 * 60 + 120;

    private final int[] endingAt = new int[LONGEST_PASS_SECONDS];
    private long inside;
    private long second;

    synchronized void enter(Instant until) {
        move(until, 1);
    }

    synchronized void leave(Instant until) {
        move(until, -1);
    }

    private void move(Instant until, int people) {
        long ends = until.getEpochSecond();
        if (ends <= second || ends - second >= LONGEST_PASS_SECONDS) {
            return;
        }
        endingAt[(int) (ends % LONGEST_PASS_SECONDS)] += people;
        inside += people;
    }

    /** @return how many there were when it was last asked, and who came and left since */
    synchronized long count() {
        return inside;
    }

    /** @return how many are inside at {@code now}, which never goes back */
    synchronized long countAt(Instant now) {
        passOn(now);
        return inside;
    }

    /** Whose pass has ended by {@code now} is inside no more; before the first of these nobody is counted. */
    synchronized void passOn(Instant now) {
        long to = now.getEpochSecond();
        long from = Math.max(second, to - LONGEST_PASS_SECONDS);
        for (long each = from + 1; each <= to; each++) {
            int slot = (int) (each % LONGEST_PASS_SECONDS);
            inside -= endingAt[slot];
            endingAt[slot] = 0;
        }
        second = Math.max(second, to);
    }
}

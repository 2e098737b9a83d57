package org.jeongmun.pluginhost;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Turns for pieces of long answers, which no thread waits for: whoever gives one back goes on with the next in line.
 */
final class PieceTurns {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free = Lane.PLACES_FOR_PIECES;

    /** Runs {@code turn} now or when it comes to it, on whichever thread that is; it gives its turn back in the end. */
    void take(Runnable turn) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(turn);
                return;
            }
            free--;
        }
        turn.run();
    }

    void giveBack() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.run();
    }
}

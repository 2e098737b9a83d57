package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

/**
 * A random order of the numbers 1 to N: each has one place in 1 to N and each place one number. It is worked out for
 * one number at a time, in constant time and without memory, by the server, by every waiting page and by whoever checks
 * it.
 *
 * <p>Numbers less one are split into two halves of bits and pass eight Feistel rounds, each keyed by words of the final
 * seed; who lands outside the N goes round again. All arithmetic is of 32 bits, so that a browser can do it exactly.
 */
public final class Draw {
    /** As many as two halves of sixteen bits can tell apart, less one for the sign. */
    public static final long MOST = Integer.MAX_VALUE;

    private static final int ROUNDS = 8;

    private final int[] keys = new int[ROUNDS];
    private final long tickets;
    private final int halfBits;
    private final int mask;

    /**
     * Makes a draw.
     *
     * @param finalSeed what it is drawn with, {@link DrawSeed#mixedWith public value mixed in}
     * @param tickets how many numbers take part
     */
    public Draw(DrawSeed finalSeed, long tickets) {
        requireNonNull(finalSeed, "finalSeed");
        if (tickets < 0 || tickets > MOST) {
            throw new IllegalArgumentException("A draw is among 0 to %d tickets; got %d.".formatted(MOST, tickets));
        }
        for (int i = 0; i < ROUNDS; i++) {
            keys[i] = finalSeed.word(i);
        }
        this.tickets = tickets;
        this.halfBits = halfBits(tickets);
        this.mask = (1 << halfBits) - 1;
    }

    private static int halfBits(long tickets) {
        int half = 1;
        while (1L << 2 * half < tickets) {
            half++;
        }
        return half;
    }

    /** @return how many numbers take part */
    public long tickets() {
        return tickets;
    }

    /** @return the place of {@code number}; a number that does not take part keeps its own, behind them all */
    public long placeOf(long number) {
        if (number < 1 || number > tickets) {
            return number;
        }
        long place = number - 1;
        do {
            place = forth(place);
        } while (place >= tickets);
        return place + 1;
    }

    private long forth(long value) {
        int left = (int) (value >>> halfBits);
        int right = (int) value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ scrambled(right, round);
            left = right;
            right = next;
        }
        return (long) left << halfBits | right;
    }

    private int scrambled(int half, int round) {
        return mixed(mixed(half ^ keys[round]) ^ keys[(round + 1) % ROUNDS]) & mask;
    }

    /** The last steps of MurmurHash3: every bit of what comes in moves every bit of what goes out. */
    private static int mixed(int value) {
        int bits = value;
        bits = (bits ^ bits >>> 16) * 0x85ebca6b;
        bits = (bits ^ bits >>> 13) * 0xc2b2ae35;
        return bits ^ bits >>> 16;
    }
}

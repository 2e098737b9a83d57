package org.jeongmun.benchmark.evening;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Where in line a number stands after the draw, worked out from what the portal publishes. Pure. */
public final class DrawnPlaces {
    private static final int ROUNDS = 8;

    private final int[] keys = new int[ROUNDS];
    private final long tickets;
    private final int halfBits;
    private final int mask;

    /**
     * Takes what is published at the opening.
     *
     * @param finalSeed 64 hexadecimal digits
     * @param tickets how many take part
     */
    public DrawnPlaces(String finalSeed, long tickets) {
        ByteBuffer seed = ByteBuffer.wrap(HexFormat.of().parseHex(finalSeed));
        if (seed.remaining() != ROUNDS * Integer.BYTES) {
            throw new IllegalArgumentException(
                    "A seed has 64 hexadecimal digits; got %d.".formatted(finalSeed.length()));
        }
        seed.asIntBuffer().get(keys);
        this.tickets = tickets;
        int half = 1;
        while (1L << 2 * half < tickets) {
            half++;
        }
        halfBits = half;
        mask = (1 << half) - 1;
    }

    /** @return the place of that number; who came after the draw keeps the number as their place */
    public long of(long number) {
        if (number < 1 || number > tickets) {
            return number;
        }
        long place = number - 1;
        do {
            int left = (int) (place >>> halfBits);
            int right = (int) place & mask;
            for (int round = 0; round < ROUNDS; round++) {
                int next = left ^ mixed(mixed(right ^ keys[round]) ^ keys[(round + 1) % ROUNDS]) & mask;
                left = right;
                right = next;
            }
            place = (long) left << halfBits | right;
        } while (place >= tickets);
        return place + 1;
    }

    /** The end of MurmurHash3. */
    private static int mixed(int value) {
        int bits = (value ^ value >>> 16) * 0x85ebca6b;
        bits = (bits ^ bits >>> 13) * 0xc2b2ae35;
        return bits ^ bits >>> 16;
    }
}

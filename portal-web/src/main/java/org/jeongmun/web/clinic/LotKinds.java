package org.jeongmun.web.clinic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shares there are, and the instants from which each of them has places somewhere. */
final class LotKinds {
    private final Map<Kind, Integer> numbers = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Long, Integer> shareNumbers = new HashMap<>();
    private long[] micros = new long[8];
    private int[] shares = new int[8];

    private record Kind(long share, long micros) {}

    /** @return the number of the kind, known or new */
    int number(long share, long atMicros) {
        return numbers.computeIfAbsent(new Kind(share, atMicros), this::newNumber);
    }

    private int newNumber(Kind kind) {
        int number = kinds.size();
        kinds.add(kind);
        if (number == micros.length) {
            micros = Arrays.copyOf(micros, 2 * number);
            shares = Arrays.copyOf(shares, 2 * number);
        }
        micros[number] = kind.micros();
        shares[number] = shareNumbers.computeIfAbsent(kind.share(), share -> shareNumbers.size());
        return number;
    }

    int size() {
        return kinds.size();
    }

    long micros(int kind) {
        return micros[kind];
    }

    long share(int kind) {
        return kinds.get(kind).share();
    }

    int shareNumber(int kind) {
        return shares[kind];
    }

    int shareCount() {
        return shareNumbers.size();
    }

    /** @return {@code null} where the share has nothing anywhere */
    Integer numberOf(long share) {
        return shareNumbers.get(share);
    }
}

package org.jeongmun.doors.trial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 where it was no answer in HTTP
 * @param headers in their order, as {@code name: value}
 */
record Answer(int status, List<String> headers, String body) {
    /** Copies the headers. */
    Answer {
        headers = List.copyOf(headers);
    }

    /** @return the value of a header that comes once; empty when it is missing or comes twice */
    Optional<String> header(String name) {
        List<String> found = headers.stream()
                .filter(line -> name(line).equals(name.toLowerCase(Locale.ROOT)))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    boolean has(String name) {
        return headers.stream().anyMatch(line -> name(line).equals(name.toLowerCase(Locale.ROOT)));
    }

    /** @return the name of a header line, in lower case */
    static String name(String line) {
        int colon = line.indexOf(':');
        return (colon < 0 ? line : line.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    }

    /** @return whether the connection is of no use any more */
    boolean isLast() {
        return status == 0
                || status == 101
                || header("connection")
                        .filter(value -> value.equalsIgnoreCase("close"))
                        .isPresent();
    }

    /** In short, without a word of its content. */
    @Override
    public String toString() {
        String what = status == 0 ? "no answer in HTTP" : Integer.toString(status);
        String gate = header("x-portal-gate").map(state -> " " + state).orElse("");
        return "%s%s, %d characters".formatted(what, gate, body.length());
    }
}

package org.jeongmun.web.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who sends requests, as far as an address tells: what tries are counted by. One home has a whole IPv6 network of 64
 * bits, so that is counted as one.
 */
final class Client {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final int LONGEST = 60;
    private static final int NETWORK_PARTS = 4;

    private Client() {}

    /**
     * Finds the client behind our own proxies; pure.
     *
     * @param peer the address at the other end of the connection
     * @param forwarded what {@code X-Forwarded-For} says, in the order of the headers
     * @param trusted addresses of proxies that are believed
     */
    static String of(String peer, List<String> forwarded, Set<String> trusted) {
        String client = peer;
        List<String> hops = forwarded.stream()
                .flatMap(header -> COMMA.splitAsStream(header.strip()))
                .toList();
        for (int i = hops.size() - 1; i >= 0 && trusted.contains(client); i--) {
            String hop = hops.get(i);
            if (hop.isEmpty() || hop.length() > LONGEST) {
                break;
            }
            client = hop;
        }
        return network(client);
    }

    private static String network(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        String[] parts = expand(address).split(":", -1);
        return String.join(":", List.of(parts).subList(0, Math.min(NETWORK_PARTS, parts.length)));
    }

    /** Writes the zeros of {@code ::} out. */
    private static String expand(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return address;
        }
        String before = address.substring(0, gap);
        String after = address.substring(gap + 2);
        int known = count(before) + count(after);
        String zeros = ":0".repeat(Math.max(1, 8 - known));
        return (before.isEmpty() ? zeros.substring(1) : before + zeros) + (after.isEmpty() ? "" : ":" + after);
    }

    private static int count(String parts) {
        return parts.isEmpty() ? 0 : parts.split(":", -1).length;
    }
}

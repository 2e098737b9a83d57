package org.jeongmun.web.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
    private static final int IPV6_PARTS = 8;
    private static final Pattern SCOPE = Pattern.compile("%.*");

    /** Whatever matches one of these is never looked up as a name. */
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*");

    private Client() {}

    /**
     * Finds the client behind our own proxies; pure.
     *
     * @param peer the address at the other end of the connection
     * @param forwarded what {@code X-Forwarded-For} says, in the order of the headers
     * @param trusted {@linkplain #canonical canonical} addresses of proxies that are believed
     */
    static String of(String peer, List<String> forwarded, Set<String> trusted) {
        String client = canonical(peer);
        List<String> hops = forwarded.stream()
                .flatMap(header -> COMMA.splitAsStream(header.strip()))
                .toList();
        for (int i = hops.size() - 1; i >= 0 && trusted.contains(client); i--) {
            String hop = hops.get(i);
            if (hop.isEmpty() || hop.length() > LONGEST) {
                break;
            }
            client = canonical(hop);
        }
        return network(client);
    }

    /**
     * Writes an address in the one way that all its spellings share; asks no name service.
     *
     * @return what is no address as it is
     */
    static String canonical(String text) {
        String address = SCOPE.matcher(text).replaceFirst("");
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            return text;
        }
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException noAddress) {
            return text;
        }
    }

    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length == IPV6_PARTS ? String.join(":", List.of(parts).subList(0, NETWORK_PARTS)) : address;
    }
}

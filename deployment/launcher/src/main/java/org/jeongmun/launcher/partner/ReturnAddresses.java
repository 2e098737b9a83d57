package org.jeongmun.launcher.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jeongmun.launcher.CommandFailure;

/** Where people may be led back to after booking: exact addresses, so that a link cannot lead anywhere else. */
final class ReturnAddresses {
    private static final int LONGEST = 500;
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1");

    private ReturnAddresses() {}

    /** @throws CommandFailure exit code 2 for one that is no such address */
    static Set<String> checked(List<String> addresses) {
        for (String address : addresses) {
            if (!isFine(address)) {
                throw CommandFailure.wrongUsage(
                        ("%s: a return address is https://host/path, at most %d characters, with"
                                        + " no user, query or fragment; http is for localhost alone.")
                                .formatted(address, LONGEST));
            }
        }
        return new TreeSet<>(addresses);
    }

    private static boolean isFine(String address) {
        if (address.length() > LONGEST || !address.chars().allMatch(each -> each > ' ' && each < 127)) {
            return false;
        }
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme());
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean isSafe = scheme.equals("https") || scheme.equals("http") && OWN_MACHINE.contains(host);
            return isSafe
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}

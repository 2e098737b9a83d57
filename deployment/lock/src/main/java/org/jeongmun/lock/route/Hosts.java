package org.jeongmun.lock.route;

import java.net.URI;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The hosts that this portal is. The server overwrites the {@code Host} header with the authority of a target in
 * absolute form, so a foreign target can be told only by not being one of these. Immutable.
 */
public final class Hosts {
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;
    private final boolean any;

    private Hosts(Set<String> names, boolean any) {
        this.names = Set.copyOf(names);
        this.any = any;
    }

    /** @return every host: for an installation that was not told its own */
    public static Hosts any() {
        return new Hosts(Set.of(), true);
    }

    /** @return those by which its own machine alone calls it */
    public static Hosts ofThisMachine() {
        return new Hosts(OF_THIS_MACHINE, false);
    }

    /**
     * The hosts of an installation, and those by which its own machine calls it.
     *
     * @param publicUrl where citizens find it
     * @param others further names, such as a proxy's name for this node
     * @throws IllegalArgumentException when {@code publicUrl} is no absolute URL
     */
    public static Hosts of(String publicUrl, Collection<String> others) {
        String host = URI.create(publicUrl).getHost();
        if (host == null) {
            throw new IllegalArgumentException("Setting portal.public.url is no address such as https://example.org.");
        }
        Set<String> names = new TreeSet<>(OF_THIS_MACHINE);
        names.add(host.toLowerCase(Locale.ROOT));
        others.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return new Hosts(names, false);
    }

    /**
     * Whether a request means this portal: it names one of the hosts, or the very address that it has come to.
     *
     * @param given its {@code Host} headers; two are one too many
     * @param maybeNone whether the protocol of the request is so old that it names none
     * @param address the address that it has come to; asked for last, for the server writes it down anew each time
     */
    public boolean areMeantBy(Enumeration<String> given, boolean maybeNone, Supplier<String> address) {
        if (!given.hasMoreElements()) {
            return maybeNone;
        }
        String host = withoutPort(given.nextElement());
        if (given.hasMoreElements()) {
            return false;
        }
        return any
                || names.contains(host)
                || names.contains(host.toLowerCase(Locale.ROOT))
                || isAddress(host, address.get());
    }

    private static boolean isAddress(String host, String address) {
        return host.equals(address) || host.equals("[" + address + "]");
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }
}

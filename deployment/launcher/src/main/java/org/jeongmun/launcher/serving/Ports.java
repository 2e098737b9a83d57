package org.jeongmun.launcher.serving;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jeongmun.launcher.CommandFailure;

/** The sockets that the portal will listen on, tried before anything slow begins. */
final class Ports {
    /**
     * Free ones are looked for below those that Linux gives to connections by itself: one of these, to the database
     * say, could take the port between the moment at which it is chosen and that at which the server listens.
     */
    private static final int LOWEST = 15_000;

    private static final int MANY = 17_000;
    private static final int TRIES = 100;

    private Ports() {}

    /** @return the address that {@code option} names */
    static InetAddress address(String option, String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            requireOfThisMachine(address);
            return address;
        } catch (UnknownHostException | SocketException elsewhere) {
            throw CommandFailure.wrongUsage(
                    "%s %s is no address of this machine: name one, such as 127.0.0.1.".formatted(option, host));
        }
    }

    /* With any free port: that a certain one is taken is another matter. */
    private static void requireOfThisMachine(InetAddress address) throws SocketException {
        try (SocketChannel socket = SocketChannel.open()) {
            socket.bind(new InetSocketAddress(address, 0));
        } catch (SocketException elsewhere) {
            throw elsewhere;
        } catch (IOException refused) {
            throw CommandFailure.notThere("No socket can be opened: %s.".formatted(refused.getMessage()), refused);
        }
    }

    /** Refuses numbers that are no port; 0 becomes a free one that is not {@code taken}. */
    static int chosen(String option, int port, InetAddress address, int taken) {
        if (port < 0 || port > 65_535) {
            throw CommandFailure.wrongUsage(
                    "%s %d is no port: name one from 1 to 65535, or 0 for a free one.".formatted(option, port));
        }
        return port == 0 ? firstBut(taken, () -> free(option, address)) : port;
    }

    /** Where all that were tried are in use, whatever the system offers. */
    private static int free(String option, InetAddress address) {
        return new SplittableRandom()
                .ints(TRIES, LOWEST, LOWEST + MANY)
                .filter(port -> isFree(port, address))
                .findFirst()
                .orElseGet(() -> bound(option, 0, address));
    }

    private static boolean isFree(int port, InetAddress address) {
        try {
            return bind(port, address) == port;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Nobody listens on the one that was chosen before, so the system can offer it again. */
    static int firstBut(int taken, IntSupplier offered) {
        return IntStream.generate(offered)
                .filter(port -> port != taken)
                .findFirst()
                .getAsInt();
    }

    /** Refuses, with exit code 3, a port that somebody listens on. */
    static void checkFree(String option, int port, InetAddress address) {
        bound(option, port, address);
    }

    private static int bound(String option, int port, InetAddress address) {
        try {
            return bind(port, address);
        } catch (BindException taken) {
            throw CommandFailure.notThere(
                    "Port %d on %s is not to be had (%s): stop what uses it, or choose another with %s."
                            .formatted(port, address.getHostAddress(), taken.getMessage(), option));
        } catch (IOException refused) {
            throw CommandFailure.notThere("Port %d on %s cannot be opened: %s. Choose another with %s."
                    .formatted(port, address.getHostAddress(), refused.getMessage(), option));
        }
    }

    /** Binds without listening: whoever knocks meanwhile is refused, and not let in and dropped. */
    private static int bind(int port, InetAddress address) throws IOException {
        try (SocketChannel socket = SocketChannel.open()) {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(new InetSocketAddress(address, port));
            return ((InetSocketAddress) socket.getLocalAddress()).getPort();
        }
    }
}

package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/**
 * Ports of this machine that nobody uses. They lie below those that Linux gives away by itself: a connection, or a
 * PostgreSQL that looks for a port, cannot take one between the moment at which it is given and that at which it is
 * used.
 */
public final class Ports {
    private static final int LOWEST = 15_000;
    private static final int MANY = 17_000;

    private static int last = new SplittableRandom().nextInt(MANY);

    private Ports() {}

    /** @return a port on loopback that is free now and was not given to anybody else in this run */
    public static synchronized int free() {
        for (int tries = 0; tries < MANY; tries++) {
            last = (last + 1) % MANY;
            try (ServerSocket socket = new ServerSocket(LOWEST + last, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("No port is free.");
    }
}

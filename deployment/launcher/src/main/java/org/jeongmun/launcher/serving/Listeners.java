package org.jeongmun.launcher.serving;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.LauncherSetting;
import org.jeongmun.launcher.Settings;

/** Where the portal listens: for everybody, and for whoever keeps it. The two ports are never the same one. */
record Listeners(InetAddress bind, int port, InetAddress managementBind, int managementPort) {
    private static final String MANAGEMENT_OPTION = "--management-port";
    private static final String MANAGEMENT_PORT = "portal.management.port";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    /** Refuses with exit code 2 what is no address or no port, and one port for both; 0 becomes a free one. */
    static Listeners of(RunOptions options, Settings settings) {
        InetAddress bind = Ports.address("--bind", options.bind());
        InetAddress managementBind = managementBind(settings);
        int asked = options.managementPort().orElseGet(() -> managementPort(settings));
        int port = Ports.chosen("--port", options.port(), bind, asked);
        int managementPort = Ports.chosen(
                options.managementPort().isPresent() ? MANAGEMENT_OPTION : MANAGEMENT_PORT,
                asked,
                managementBind,
                port);
        if (port == managementPort) {
            throw CommandFailure.wrongUsage(
                    "--management-port %d is the public port as well: choose another.".formatted(managementPort));
        }
        return new Listeners(bind, port, managementBind, managementPort);
    }

    private static int managementPort(Settings settings) {
        String port = settings.value(MANAGEMENT_PORT).orElse("9090");
        if (!DIGITS.matcher(port).matches()) {
            throw CommandFailure.wrongUsage(
                    "portal.management.port is no port: name one from 1 to 65535, or 0 for a free one.");
        }
        return Integer.parseInt(port);
    }

    private static InetAddress managementBind(Settings settings) {
        InetAddress bind = Ports.address(
                LauncherSetting.MANAGEMENT_BIND.key(),
                settings.value(LauncherSetting.MANAGEMENT_BIND).orElseThrow());
        if (!bind.isLoopbackAddress()) {
            throw CommandFailure.wrongUsage("portal.management.bind: off loopback the management listener needs TLS and"
                    + " credentials, which this release has not; leave it at 127.0.0.1.");
        }
        return bind;
    }

    /** Refuses, with exit code 3, when one of the two ports is taken. */
    void checkFree() {
        Ports.checkFree("--port", port, bind);
        Ports.checkFree(MANAGEMENT_OPTION, managementPort, managementBind);
    }

    /** @return the root of the management listener */
    String managementUrl() {
        return url(managementBind, managementPort);
    }

    /** @return the root of the public listener as this machine reaches it */
    String localUrl() {
        return url(bind, port);
    }

    private static String url(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
    }
}

package org.jeongmun.launcher.outerlock;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.plugin.InstalledPlugins;
import org.jeongmun.lock.Handles;
import org.jeongmun.lock.OuterLockMXBean;
import org.jeongmun.pluginhost.Plugins;

/**
 * The outer lock, seen from outside. It is loaded by the server, from jars that lie in portal.jar among the server's
 * own, so there is no object of it here: only its settings on the way in, and its MBean on the way out.
 */
public final class OuterLock {
    private static final String VALVE = "org.jeongmun.outerlock.OuterLockValve";
    private static final String LOOKUPS = "portal.outer.lock.lookups";
    private static final String HOSTS = "portal.hosts";
    private static final String NO_LOOKUPS = "none";

    private OuterLock() {}

    /** @return the command that puts it in front of every application, before the server boots */
    public static String preBootCommand() {
        return "set configs.config.server-config.http-service.virtual-server.server.property.valve_1=" + VALVE + "\n";
    }

    /**
     * Leaves its settings in the system properties, beside the portal's own. Which look-ups there are it is told from
     * the jars themselves, because the application that serves them is what it locks.
     *
     * @param plugins the operator's folder
     * @throws CommandFailure exit code 2, when a plugin is refused
     */
    public static void publishSettings(Settings settings, Optional<Path> plugins) {
        System.setProperty(LOOKUPS, String.join(",", lookups(plugins)));
        settings.value(HOSTS).ifPresent(hosts -> System.setProperty(HOSTS, hosts));
    }

    /**
     * Fails unless requests to the portal go through the lock of this process, and to no other program at its address.
     *
     * @param address where the public comes to the portal
     * @param request asks for something there
     * @throws CommandFailure exit code 3
     */
    public static void requireInPlace(String address, Runnable request) {
        Optional<OuterLockMXBean> lock = ofThisProcess().filter(OuterLockMXBean::isIntact);
        if (lock.isEmpty() || !decidesAbout(request, lock.get())) {
            throw CommandFailure.notThere(
                    ("The outer lock of this portal sees no request to %s, and without it nothing is served:"
                                    + " another program has taken the port, or portal.log says why.")
                            .formatted(address));
        }
    }

    private static boolean decidesAbout(Runnable request, OuterLockMXBean lock) {
        long before = lock.getDecided();
        request.run();
        return lock.getDecided() > before;
    }

    /** @return whether it has read the time and the schedule, without which it is shut */
    public static boolean knowsTheTime() {
        return ofThisProcess()
                .filter(lock -> !lock.getStatus().equals("UNKNOWN"))
                .isPresent();
    }

    /** Nothing new is admitted from now on. */
    public static void drain() {
        ofThisProcess().ifPresent(OuterLockMXBean::drain);
    }

    /** The database is asked no more; to be called before it goes. */
    public static void stop() {
        ofThisProcess().ifPresent(OuterLockMXBean::stop);
    }

    private static Optional<OuterLockMXBean> ofThisProcess() {
        return Handles.find(OuterLockMXBean.NAME, OuterLockMXBean.class);
    }

    private static Set<String> lookups(Optional<Path> folder) {
        Set<String> paths = new TreeSet<>();
        try (Plugins plugins = InstalledPlugins.load(folder)) {
            plugins.lookupPaths()
                    .forEach((id, declared) -> declared.forEach(path -> paths.add("/lookup/" + id + "/" + path)));
        }
        return paths.isEmpty() ? Set.of(NO_LOOKUPS) : paths;
    }
}

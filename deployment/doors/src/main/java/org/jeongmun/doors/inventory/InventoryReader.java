package org.jeongmun.doors.inventory;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.doors.inventory.Door.Kind;
import org.jeongmun.lock.route.PortalRoutes;
import org.jeongmun.lock.route.Routes;

/**
 * Makes an inventory of what a portal says at {@code /desk/doors}. What it says and nobody can knock at counts as open:
 * a mapping of an unknown form, a servlet without an address, a socket that is no listener.
 */
public final class InventoryReader {
    private static final String OUTER_LOCK = "org.jeongmun.outerlock.OuterLockValve";

    private final URI management;
    private final Optional<URI> asked;

    /**
     * Makes a reader.
     *
     * @param management where the portal was asked
     * @param asked the public address, where the container does not tell its listeners
     */
    public InventoryReader(URI management, Optional<URI> asked) {
        this.management = management;
        this.asked = asked;
    }

    /** @throws IOException for a text that is no inventory */
    public Inventory read(String json) throws IOException {
        Facts told = Facts.parsed(json);
        if (!told.has("application") || !told.has("sockets")) {
            throw new IOException("no inventory of doors");
        }
        List<Fault> faults = new ArrayList<>();
        List<Listener> listeners = listeners(told);
        sockets(told, listeners, faults);
        List<String> lookups = told.texts("lookups");
        boolean outerLock = outerLock(told.object("container"), faults);
        return new Inventory(listeners, lookups, doors(told, lookups, faults), faults, outerLock);
    }

    private List<Listener> listeners(Facts told) {
        List<Listener> listeners = new ArrayList<>();
        for (Facts each : told.object("container").objects("listeners")) {
            listeners.add(listener(each.text("name"), each.text("address"), each.number("port")));
        }
        if (listeners.isEmpty()) {
            listeners.add(listener("management", management.getHost(), management.getPort()));
            asked.ifPresent(url -> listeners.add(listener("public", url.getHost(), url.getPort())));
        }
        return listeners;
    }

    private Listener listener(String name, String address, int port) {
        boolean everywhere = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
        return new Listener(name, everywhere ? "127.0.0.1" : address, port, port == management.getPort());
    }

    private static void sockets(Facts told, List<Listener> listeners, List<Fault> faults) {
        for (Facts socket : told.objects("sockets")) {
            int port = socket.number("port");
            if (listeners.stream().noneMatch(listener -> listener.port() == port)) {
                faults.add(new Fault(
                        "socket %s:%d".formatted(socket.text("address"), port),
                        "the process listens there, and it is no listener of the portal"));
            }
        }
    }

    private static boolean outerLock(Facts container, List<Fault> faults) {
        List<Facts> hosts = container.objects("hosts");
        for (Facts host : hosts) {
            List<String> valves = host.texts("valves");
            if (valves.isEmpty() || !OUTER_LOCK.equals(valves.get(0))) {
                faults.add(new Fault(
                        "virtual server " + host.text("name"), "the outer lock is not the first of its valves"));
            }
        }
        container.texts("gateFaults").forEach(fault -> faults.add(new Fault("gate", fault)));
        return !hosts.isEmpty();
    }

    private static List<Door> doors(Facts told, List<String> lookups, List<Fault> faults) {
        Collected found = new Collected();
        Routes routes = PortalRoutes.publicOnes(lookups);
        routes.paths().forEach(path -> found.add(new Door(Kind.ROUTE, path, "route " + routes.classOf(path))));
        PortalRoutes.managementOnes()
                .paths()
                .forEach(path -> found.add(new Door(Kind.ROUTE, path, "route of the management port")));
        Patterns patterns = new Patterns(routes.paths());
        for (Facts host : told.object("container").objects("hosts")) {
            for (Facts application : host.objects("applications")) {
                new ApplicationDoors(application, patterns, found, faults).collect();
            }
        }
        new ApplicationDoors(told.object("application"), patterns, found, new ArrayList<>()).collect();
        found.add(new Door(Kind.NOTHING, "/" + Patterns.NAME, "nothing is there"));
        return found.doors();
    }
}

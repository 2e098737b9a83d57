package org.jeongmun.lock.route;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jeongmun.gate.RouteClass;

/**
 * All doors that a lock knows, and how it tells at which of them a request is. Immutable.
 *
 * @param publicRoutes of the public port, and of every port that is not management's
 * @param managementRoutes of the management port
 * @param managementPort the local port of management; empty = there is none
 * @param hosts that this portal is
 */
public record Doors(Routes publicRoutes, Routes managementRoutes, OptionalInt managementPort, Hosts hosts) {
    /** Refuses missing parts. */
    public Doors {
        requireNonNull(publicRoutes, "publicRoutes");
        requireNonNull(managementRoutes, "managementRoutes");
        requireNonNull(managementPort, "managementPort");
        requireNonNull(hosts, "hosts");
    }

    /**
     * The doors of an installation, by its settings.
     *
     * @param lookups exact paths that partner look-ups declare
     * @param managementPort of {@code portal.management.port}
     * @param publicUrl of {@code portal.public.url}; without one every host is answered
     * @param otherHosts of {@code portal.hosts}, separated by commas or blanks
     * @throws IllegalArgumentException for what cannot be read
     */
    public static Doors of(
            Collection<String> lookups,
            Optional<String> managementPort,
            Optional<String> publicUrl,
            Optional<String> otherHosts) {
        List<String> others = otherHosts.stream()
                .flatMap(names -> Stream.of(names.strip().split("[\\s,]+")))
                .toList();
        return new Doors(
                PortalRoutes.publicOnes(lookups),
                PortalRoutes.managementOnes(),
                managementPort.stream()
                        .mapToInt(port -> Integer.parseInt(port.strip()))
                        .findFirst(),
                publicUrl.map(url -> Hosts.of(url, others)).orElseGet(Hosts::any));
    }

    /** @return whether requests that come to this port are for operators */
    public boolean isManagement(int localPort) {
        return managementPort.isPresent() && managementPort.getAsInt() == localPort;
    }

    /** @return whether the management port has such a door, spelled in full */
    public boolean isManagementRoute(HttpServletRequest request) {
        return isOurs(request) && managementRoutes.classOf(request.getRequestURI()) != RouteClass.NONE;
    }

    /** @return the class of a request on the public port by its raw target; {@code NONE} when it does not mean us */
    public RouteClass classOf(HttpServletRequest request) {
        return isOurs(request) ? publicRoutes.classOf(request.getRequestURI()) : RouteClass.NONE;
    }

    /** Whether it speaks our protocol, names one of our hosts, and shows its whole target. */
    private boolean isOurs(HttpServletRequest request) {
        String protocol = request.getProtocol();
        boolean isOld = "HTTP/1.0".equals(protocol);
        boolean meansUs = (isOld || "HTTP/1.1".equals(protocol))
                && hosts.areMeantBy(request.getHeaders("Host"), isOld, request::getLocalAddr);
        // The server cuts ;jsessionid=… out of the target before anybody sees it, and keeps only this trace of it.
        return meansUs && !request.isRequestedSessionIdFromURL();
    }
}

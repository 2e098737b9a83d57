package org.jeongmun.web.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jeongmun.lock.answer.FixedAnswers;
import org.jeongmun.lock.route.PortalRoutes;
import org.jeongmun.lock.route.Routes;
import org.jeongmun.web.config.Setting;
import org.jeongmun.web.state.PortalState;

/**
 * What the filters of the gate share; made once, at start.
 *
 * @param publicRoutes of the public port
 * @param managementRoutes of the management port
 * @param managementPort the local port of management; empty = there is none
 * @param hosts that this portal is
 */
record Doorway(
        Routes publicRoutes,
        Routes managementRoutes,
        OptionalInt managementPort,
        Hosts hosts,
        FixedAnswers answers,
        Refusals refusals,
        InFlight inFlight) {

    boolean isManagement(int localPort) {
        return managementPort.isPresent() && managementPort.getAsInt() == localPort;
    }

    /** Makes the one doorway of this node. */
    @ApplicationScoped
    static class Producer {
        @Produces
        @Singleton
        Doorway doorway(MetricRegistry registry, Instance<LookupRoutes> lookups, PortalState state, InFlight inFlight) {
            Set<String> paths = new TreeSet<>();
            lookups.forEach(lookup -> paths.addAll(lookup.paths()));
            return new Doorway(
                    PortalRoutes.publicOnes(paths),
                    PortalRoutes.managementOnes(),
                    managementPort(),
                    hosts(),
                    new FixedAnswers(() -> state.knowledge().demo()),
                    new Refusals(registry),
                    inFlight);
        }

        @Produces
        @Singleton
        InFlight inFlight() {
            return new InFlight();
        }

        private static Hosts hosts() {
            List<String> others = Setting.HOSTS.value().stream()
                    .flatMap(names -> Stream.of(names.strip().split("[\\s,]+")))
                    .toList();
            return Setting.PUBLIC_URL.value().map(url -> Hosts.of(url, others)).orElseGet(Hosts::any);
        }

        private static OptionalInt managementPort() {
            Optional<String> port = Setting.MANAGEMENT_PORT.value();
            return port.isPresent() ? OptionalInt.of(Integer.parseInt(port.get().strip())) : OptionalInt.empty();
        }
    }
}

package org.jeongmun.web.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jeongmun.lock.answer.FixedAnswers;
import org.jeongmun.lock.route.Doors;
import org.jeongmun.lock.route.Routes;
import org.jeongmun.web.config.Setting;
import org.jeongmun.web.state.PortalState;

/** What the filters of the gate share; made once, at start. */
record Doorway(Doors doors, FixedAnswers answers, RefusedRequests refusals, InFlight inFlight) {
    Routes publicRoutes() {
        return doors.publicRoutes();
    }

    Routes managementRoutes() {
        return doors.managementRoutes();
    }

    boolean isManagement(int localPort) {
        return doors.isManagement(localPort);
    }

    /** Makes the one doorway of this node. */
    @ApplicationScoped
    static class Producer {
        @Produces
        @Singleton
        Doorway doorway(MetricRegistry registry, Instance<LookupRoutes> lookups, PortalState state, InFlight inFlight) {
            Set<String> paths = new TreeSet<>();
            lookups.forEach(lookup -> paths.addAll(lookup.paths()));
            Doors doors =
                    Doors.of(paths, Setting.MANAGEMENT_PORT.value(), Setting.PUBLIC_URL.value(), Setting.HOSTS.value());
            return new Doorway(
                    doors,
                    new FixedAnswers(() -> state.knowledge().demo()),
                    new RefusedRequests(registry, doors.publicRoutes()),
                    inFlight);
        }

        @Produces
        @Singleton
        RefusedRequests refusals(Doorway doorway) {
            return doorway.refusals();
        }

        @Produces
        @Singleton
        InFlight inFlight() {
            return new InFlight();
        }
    }
}

package org.jeongmun.web.gate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.Doors;
import org.jeongmun.lock.route.Routes;
import org.jeongmun.web.state.PortalState;

/**
 * The portal's own doorway with a few notices more in its list of paths. Nothing else about the gate differs, and this
 * class is in no archive that we ship: the tests have to be reached, and the gate knows no other way than its list.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DoorwayOfATest {
    private static final Set<String> FURTHER = Set.of("/probe", "/probe/target", "/probe/error");
    private static final String RUNNER = "/ArquillianServletRunnerEE9";

    @Produces
    @Singleton
    Doorway doorway(MetricRegistry registry, Instance<LookupRoutes> lookups, PortalState state, InFlight inFlight) {
        Doorway real = new Doorway.Producer().doorway(registry, lookups, state, inFlight);
        Doors doors = real.doors();
        Doors further = new Doors(
                withFurther(doors.publicRoutes()), doors.managementRoutes(), doors.managementPort(), doors.hosts());
        return new Doorway(further, real.answers(), real.refusals(), real.inFlight());
    }

    private static Routes withFurther(Routes real) {
        Routes.Listing list = Routes.list();
        for (String path : real.paths()) {
            if (real.methodsOf(path).contains("POST")) {
                list.readAndPost(real.classOf(path), path);
            } else {
                list.read(real.classOf(path), path);
            }
        }
        FURTHER.forEach(path -> list.read(RouteClass.NOTICE, path));
        return list.readAndPost(RouteClass.NOTICE, RUNNER).done();
    }
}

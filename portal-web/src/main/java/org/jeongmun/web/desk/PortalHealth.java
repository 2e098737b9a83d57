package org.jeongmun.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jeongmun.web.gate.InFlight;

/**
 * The three answers of the health endpoint. Ready means that the gate is intact and can answer, shut if need be;
 * whether anybody can book is said in the data, and why not.
 */
@ApplicationScoped
class PortalHealth {
    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck live() {
        return () -> HealthCheckResponse.up("portal");
    }

    @Produces
    @Startup
    @ApplicationScoped
    HealthCheck started() {
        return () -> HealthCheckResponse.up("portal");
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck ready(InFlight inFlight, Bookable bookable) {
        return () -> HealthCheckResponse.named("gate")
                .status(!inFlight.isDraining())
                .withData("phase", bookable.phase())
                .withData("bookable", bookable.isBookable())
                .withData("reason", bookable.reason())
                .build();
    }
}

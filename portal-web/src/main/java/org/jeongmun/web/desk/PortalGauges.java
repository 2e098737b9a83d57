package org.jeongmun.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.web.gate.InFlight;
import org.jeongmun.web.state.PortalState;

/** The numbers that monitoring watches, beside the gate's own counters. */
@ApplicationScoped
class PortalGauges {
    private static final double NANOS_PER_SECOND = 1e9;

    void register(
            @Observes @Initialized(ApplicationScoped.class) Object start,
            MetricRegistry registry,
            Bookable bookable,
            PortalState state,
            InFlight inFlight) {
        registry.gauge("portal_bookable", () -> bookable.isBookable() ? 1 : 0);
        registry.gauge("portal_in_flight", inFlight::count);
        registry.gauge("portal_clock_bound_seconds", () -> clockBound(state));
        registry.gauge(
                "portal_schedule_version",
                () -> state.knowledge().schedule().map(OpeningSchedule::version).orElse(0L));
    }

    /** How far the portal's time can be from what this node believes; not a number while it believes nothing. */
    private static double clockBound(PortalState state) {
        return state.time()
                .map(bound -> bound.width().toNanos() / NANOS_PER_SECOND)
                .orElse(Double.NaN);
    }
}

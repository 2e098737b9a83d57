package org.jeongmun.web.gate;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.RouteClass;

/** Counts what the gate refuses, by class of route and by state, as {@code portal_gate_refusals_total}. */
final class Refusals {
    private static final String NAME = "portal_gate_refusals";
    private static final String NO_SUCH_DOOR = "OPEN";

    private final Map<RouteClass, Map<ClosedState, Counter>> shut = new EnumMap<>(RouteClass.class);
    private final Counter noSuchDoor;

    Refusals(MetricRegistry registry) {
        for (RouteClass route : RouteClass.values()) {
            Map<ClosedState, Counter> byState = new EnumMap<>(ClosedState.class);
            for (ClosedState state : ClosedState.values()) {
                byState.put(state, counter(registry, route, state.name()));
            }
            shut.put(route, byState);
        }
        noSuchDoor = counter(registry, RouteClass.NONE, NO_SUCH_DOOR);
    }

    private static Counter counter(MetricRegistry registry, RouteClass route, String state) {
        return registry.counter(NAME, new Tag("class", route.name()), new Tag("state", state));
    }

    void countShut(RouteClass route, ClosedState state) {
        shut.get(route).get(state).inc();
    }

    void countNoSuchDoor() {
        noSuchDoor.inc();
    }
}

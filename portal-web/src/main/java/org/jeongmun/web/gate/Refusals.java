package org.jeongmun.web.gate;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.RouteClass;

/** Counts what the gate refuses, both locks together, by class of route and by state, as {@code portal_gate_refusals_total}. */
final class Refusals {
    private static final String NAME = "portal_gate_refusals";
    private static final String NO_SUCH_DOOR = "OPEN";

    private final Map<RouteClass, Map<ClosedState, Counter>> shut = new EnumMap<>(RouteClass.class);
    private final Counter noSuchDoor;
    private final Map<String, Counter> byName = new HashMap<>();
    private final OuterRefusals outer = new OuterRefusals();

    Refusals(MetricRegistry registry) {
        for (RouteClass route : RouteClass.values()) {
            Map<ClosedState, Counter> byState = new EnumMap<>(ClosedState.class);
            for (ClosedState state : ClosedState.values()) {
                Counter counter = counter(registry, route, state.name());
                byState.put(state, counter);
                byName.put(route + " " + state, counter);
            }
            shut.put(route, byState);
        }
        noSuchDoor = counter(registry, RouteClass.NONE, NO_SUCH_DOOR);
        byName.put(RouteClass.NONE + " " + NO_SUCH_DOOR, noSuchDoor);
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

    /** Takes in what the outer lock has counted meanwhile; to be called before somebody looks. */
    void takeInThoseOfTheOuterLock() throws JMException {
        outer.tell((kind, more) -> {
            if (byName.containsKey(kind)) {
                byName.get(kind).inc(more);
            }
        });
    }
}

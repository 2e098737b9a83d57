package org.jeongmun.outerlock;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.RouteClass;

/** Counts what the outer lock has decided. Thread-safe, without a lock or an allocation on the way. */
final class Tally {
    private static final String NO_SUCH_DOOR = "OPEN";
    private static final ClosedState[] STATES = ClosedState.values();
    private static final RouteClass[] ROUTES = RouteClass.values();

    private final LongAdder decided = new LongAdder();
    private final LongAdder noSuchDoor = new LongAdder();
    private final LongAdder[][] shut = new LongAdder[ROUTES.length][STATES.length];

    Tally() {
        for (LongAdder[] states : shut) {
            for (int state = 0; state < states.length; state++) {
                states[state] = new LongAdder();
            }
        }
    }

    void countDecision() {
        decided.increment();
    }

    void countShut(RouteClass route, ClosedState state) {
        shut[route.ordinal()][state.ordinal()].increment();
    }

    void countNoSuchDoor() {
        noSuchDoor.increment();
    }

    long decided() {
        return decided.sum();
    }

    /** @return every pair of class and state that has been refused, with how often */
    Map<String, Long> refusals() {
        Map<String, Long> refusals = new TreeMap<>();
        for (RouteClass route : ROUTES) {
            for (ClosedState state : STATES) {
                put(refusals, route, state.name(), shut[route.ordinal()][state.ordinal()]);
            }
        }
        put(refusals, RouteClass.NONE, NO_SUCH_DOOR, noSuchDoor);
        return refusals;
    }

    private static void put(Map<String, Long> refusals, RouteClass route, String state, LongAdder count) {
        if (count.sum() > 0) {
            refusals.put(route + " " + state, count.sum());
        }
    }
}

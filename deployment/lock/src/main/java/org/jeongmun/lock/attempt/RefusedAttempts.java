package org.jeongmun.lock.attempt;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.Routes;

/** Counts what one lock has refused since its start. Thread-safe, without a lock or an allocation on the way. */
public final class RefusedAttempts {
    private static final ClosedState[] STATES = ClosedState.values();
    private static final int NO_SUCH_DOOR = STATES.length;

    private final Map<String, Row> byPath;
    private final Row other = new Row(RouteClass.NONE, Attempt.OTHER);

    /** The counts of one route, by state; the last is of a portal that was open. */
    private record Row(RouteClass door, String route, LongAdder[] counts) {
        Row(RouteClass door, String route) {
            this(
                    door,
                    route,
                    Stream.generate(LongAdder::new).limit(NO_SUCH_DOOR + 1L).toArray(LongAdder[]::new));
        }

        Attempt attempt(int state) {
            return new Attempt(door, state == NO_SUCH_DOOR ? Attempt.OPEN : STATES[state].name(), route);
        }
    }

    /** @param routes that are counted by name */
    public RefusedAttempts(Routes routes) {
        Map<String, Row> rows = new HashMap<>();
        routes.paths().forEach(path -> rows.put(path, new Row(routes.classOf(path), path)));
        byPath = Map.copyOf(rows);
    }

    /**
     * Counts a request that found the door shut.
     *
     * @param rawPath its target; {@code null} where it has none
     * @param door the class that it was of: a path of the list that did not mean this portal is of none
     */
    public void countShut(String rawPath, RouteClass door, ClosedState state) {
        row(rawPath, door).counts()[state.ordinal()].increment();
    }

    /** Counts a request that found the portal open, and no such door. */
    public void countNoSuchDoor() {
        other.counts()[NO_SUCH_DOOR].increment();
    }

    private Row row(String rawPath, RouteClass door) {
        return rawPath == null || door == RouteClass.NONE ? other : byPath.getOrDefault(rawPath, other);
    }

    /** @return every kind that there can be, as yet uncounted ones too */
    public Collection<Attempt> kinds() {
        return all().keySet();
    }

    /** @return how often each kind was refused, those never refused left out */
    public Map<Attempt, Long> counted() {
        Map<Attempt, Long> counted = all();
        counted.values().removeIf(count -> count == 0);
        return counted;
    }

    private Map<Attempt, Long> all() {
        Map<Attempt, Long> all = new LinkedHashMap<>();
        Stream.concat(Stream.of(other), byPath.values().stream()).forEach(row -> {
            for (int state = 0; state < NO_SUCH_DOOR; state++) {
                all.put(row.attempt(state), row.counts()[state].sum());
            }
        });
        all.put(other.attempt(NO_SUCH_DOOR), other.counts()[NO_SUCH_DOOR].sum());
        return all;
    }
}

package org.jeongmun.web.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.attempt.Attempt;
import org.jeongmun.lock.attempt.RefusedAttempts;
import org.jeongmun.lock.route.Routes;

/**
 * Counts what the gate refuses, both locks together, by class, state and route of the finite list. Counting is adding
 * to a number in memory; {@link #settle} brings the numbers to {@code portal_gate_refusals_total} and to whoever writes
 * them down.
 */
public final class RefusedRequests {
    private static final Logger LOG = System.getLogger(RefusedRequests.class.getName());
    private static final String NAME = "portal_gate_refusals";

    private final MetricRegistry registry;
    private final RefusedAttempts own;
    private final SinceLastTime ofOwn = new SinceLastTime();
    private final SinceLastTime ofOuter = new SinceLastTime();
    private final Map<Attempt, Long> unwritten = new HashMap<>();
    private final Map<Attempt, Long> total = new HashMap<>();
    private boolean uncounted;

    RefusedRequests(MetricRegistry registry, Routes routes) {
        this.registry = registry;
        this.own = new RefusedAttempts(routes);
        own.kinds().forEach(kind -> export(kind, 0));
    }

    void countShut(String rawPath, RouteClass door, ClosedState state) {
        own.countShut(rawPath, door, state);
    }

    void countNoSuchDoor() {
        own.countNoSuchDoor();
    }

    /**
     * Takes in what both locks have counted since the last time; to be called before somebody looks. Where the outer
     * lock is there and cannot be asked, our own are taken in all the same, and the log is told once: whoever looks is
     * not kept from looking.
     */
    public synchronized void settle() {
        try {
            ofOwn.tell(own.counted(), this::take);
            ofOuter.tell(OuterRefusals.counted(), this::take);
            uncounted = false;
        } catch (RuntimeException away) {
            if (!uncounted) {
                LOG.log(Level.WARNING, "refusals.uncounted reason={0}", away.toString());
            }
            uncounted = true;
        }
    }

    private void take(Attempt kind, long more) {
        export(kind, more);
        unwritten.merge(kind, more, Long::sum);
        total.merge(kind, more, Long::sum);
    }

    private void export(Attempt kind, long more) {
        registry.counter(
                        NAME,
                        new Tag("class", kind.door().name()),
                        new Tag("state", kind.state()),
                        new Tag("route", kind.route()))
                .inc(more);
    }

    /** @return what has been settled since this was last asked; for the one who writes it down */
    public synchronized Map<Attempt, Long> takeUnwritten() {
        Map<Attempt, Long> taken = Map.copyOf(unwritten);
        unwritten.clear();
        return taken;
    }

    /** @return what has been settled since the start */
    public synchronized Map<Attempt, Long> total() {
        return Map.copyOf(total);
    }
}

package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.schedule.WindowId;

/**
 * What a controller remembers from one tick to the next. A new controller begins with what the last one left: when it
 * ticked, and how healthy the portal was.
 *
 * @param at the last tick
 * @param factor what the portal's health leaves of the rate
 * @param loweredAt when the factor was last lowered
 * @param credit how many may be called that were not; below zero = how many came in ahead of their time
 * @param called how many people were called since this controller began
 * @param entered how many came in since then
 * @param enteredBefore the nodes' count of that at the last tick
 * @param boost by how much the rate of calling is raised, because some who are called do not come
 * @param reached how far each open line had been called where people stood
 * @param past the last ticks, oldest first, at least one
 */
public record AdmissionMemory(
        Instant at,
        double factor,
        Optional<Instant> loweredAt,
        double credit,
        long called,
        long entered,
        Optional<Long> enteredBefore,
        double boost,
        Map<WindowId, Long> reached,
        List<Past> past) {
    /** Refuses missing parts. */
    public AdmissionMemory {
        requireNonNull(at, "at");
        requireNonNull(loweredAt, "loweredAt");
        requireNonNull(enteredBefore, "enteredBefore");
        reached = Map.copyOf(reached);
        past = List.copyOf(past);
        if (past.isEmpty()) {
            throw new IllegalArgumentException("A controller remembers at least the tick that it began with.");
        }
    }

    /**
     * One tick that is over.
     *
     * @param called how many people had been called
     * @param entered how many had come in
     */
    record Past(Instant at, long called, long entered) {}

    /** @return the memory of a controller that begins */
    public static AdmissionMemory begin(Instant lastTickAt, double factor) {
        return new AdmissionMemory(
                lastTickAt,
                factor,
                Optional.empty(),
                0,
                0,
                0,
                Optional.empty(),
                1,
                Map.of(),
                List.of(new Past(lastTickAt, 0, 0)));
    }

    /** @return how it was {@code ago}: the latest tick that is at least so old, else the oldest known */
    Past before(Instant now, Duration ago) {
        Instant since = now.minus(ago);
        Past found = past.get(0);
        for (Past each : past) {
            if (each.at().isAfter(since)) {
                break;
            }
            found = each;
        }
        return found;
    }
}

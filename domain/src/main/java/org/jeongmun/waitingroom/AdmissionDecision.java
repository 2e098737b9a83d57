package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jeongmun.schedule.WindowId;

/**
 * What one tick of the controller decides.
 *
 * @param calls for each open line
 * @param ratePerSecond how many all nodes together may let in
 * @param memory for the next tick
 */
public record AdmissionDecision(Map<WindowId, Call> calls, double ratePerSecond, AdmissionMemory memory) {
    /** Refuses missing parts. */
    public AdmissionDecision {
        requireNonNull(memory, "memory");
        calls = Map.copyOf(calls);
    }

    /**
     * How far one line is called.
     *
     * @param nowServing the place that the rate has come to, never less than before
     * @param ratePerSecond how fast the line moves, for estimates
     */
    public record Call(long nowServing, double ratePerSecond) {}
}

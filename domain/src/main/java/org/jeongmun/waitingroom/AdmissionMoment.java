package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jeongmun.schedule.WindowId;

/**
 * Everything that a tick of the controller decides by.
 *
 * @param at the portal's time
 * @param open the lines whose windows are open
 * @param room how people are let in
 * @param inside how many passes are good and not used up, on all nodes
 * @param entered how many people have come in on all nodes, ever
 * @param stopped whether nobody is to be called: maintenance, or no place is left
 * @param health how the portal bears those who are inside
 */
public record AdmissionMoment(
        Instant at, List<OpenLine> open, WaitingRoom room, long inside, long entered, boolean stopped, Health health) {
    /** Refuses missing parts. */
    public AdmissionMoment {
        requireNonNull(at, "at");
        requireNonNull(room, "room");
        requireNonNull(health, "health");
        open = List.copyOf(open);
    }

    /**
     * One line whose window is open.
     *
     * @param issued the highest number given
     * @param nowServing the highest place called
     * @param firstCalls how many its draw has called at once
     */
    public record OpenLine(WindowId window, Instant opensAt, long issued, long nowServing, long firstCalls) {
        long waiting() {
            return Math.max(0, issued - nowServing);
        }

        long reached() {
            return Math.min(issued, nowServing);
        }
    }

    /**
     * How requests inside fare on the node that fares worst.
     *
     * @param errorShare how much of them failed
     * @param slowShare how much of them took more than a second
     */
    public record Health(double errorShare, double slowShare) {
        private static final double MOST_ERRORS = 0.01;
        private static final double MOST_SLOW = 0.05;

        /** Nothing to complain of. */
        public static final Health GOOD = new Health(0, 0);

        boolean isGood() {
            return errorShare <= MOST_ERRORS && slowShare <= MOST_SLOW;
        }
    }

    /** @return whether a line is called where its people have been called at once before */
    boolean isAmongFirstCalls() {
        return open.stream().anyMatch(line -> line.nowServing() < line.firstCalls());
    }

    long waiting() {
        return open.stream().mapToLong(OpenLine::waiting).sum();
    }
}

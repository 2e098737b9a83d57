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
    private static final double MILLIS_PER_SECOND = 1_000;

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
     * @param nowServing the place that the rate has come to
     * @param drawn how many have their place from a draw; 0 where it is the order of arrival
     */
    public record OpenLine(WindowId window, Instant opensAt, long issued, long nowServing, long drawn) {
        /** @return until when people look for the first time, who did not know their place before */
        Instant firstLooksUntil() {
            return drawn == 0
                    ? opensAt
                    : opensAt.plus(PollingRule.UNTIL_FIRST_CALLS)
                            .plusMillis((long) (PollingRule.spreadOf(drawn) * MILLIS_PER_SECOND));
        }

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

    /** @return whether in some line people are still to look for the first time */
    boolean isAmongFirstLooks() {
        return open.stream().anyMatch(line -> at.isBefore(line.firstLooksUntil()));
    }

    long waiting() {
        return open.stream().mapToLong(OpenLine::waiting).sum();
    }
}

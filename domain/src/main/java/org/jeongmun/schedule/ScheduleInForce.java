package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jeongmun.clock.TimeBound;

/** What this node knows of the opening schedule and of the time, at this moment. Safe for many threads. */
public interface ScheduleInForce {
    /** @return empty when there is no schedule that could be read or no time that could be trusted */
    Optional<Reading> now();

    /**
     * One consistent reading.
     *
     * @param schedule in force
     * @param now all that is known of the time
     * @param maintenance whether an operator has shut the portal
     */
    record Reading(OpeningSchedule schedule, TimeBound now, boolean maintenance) {
        /** Refuses missing parts. */
        public Reading {
            requireNonNull(schedule, "schedule");
            requireNonNull(now, "now");
        }

        /** @return what the portal is by this reading, places left aside */
        public PortalStatus status() {
            return maintenance ? PortalStatus.MAINTENANCE : schedule.statusAt(now);
        }
    }
}

package org.jeongmun.launcher.campaign;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.supply.Supply;
import org.jeongmun.waitingroom.WaitingRoom;

/**
 * Everything that a campaign file says.
 *
 * @param schedule who is invited and when; its version is 0 until it is stored
 * @param waitingRoom how fast people are let in, if the file says so
 * @param proxyBooking whether somebody may book for others, if the file says so
 * @param supply what there is to give, if the file says anything about it
 * @param source the file, word for word
 */
public record Campaign(
        OpeningSchedule schedule,
        Optional<WaitingRoom> waitingRoom,
        Optional<ProxyBooking> proxyBooking,
        Supply supply,
        String source) {
    /** Refuses missing parts. */
    public Campaign {
        requireNonNull(schedule, "schedule");
        requireNonNull(waitingRoom, "waitingRoom");
        requireNonNull(proxyBooking, "proxyBooking");
        requireNonNull(supply, "supply");
        requireNonNull(source, "source");
    }

    /** @return whether both say the same, whatever their versions, comments and layout */
    public boolean saysTheSameAs(Campaign other) {
        OpeningSchedule a = schedule;
        OpeningSchedule b = other.schedule;
        return a.campaign().equals(b.campaign())
                && a.zone().equals(b.zone())
                && java.util.Set.copyOf(a.cohorts()).equals(java.util.Set.copyOf(b.cohorts()))
                && a.windows().equals(b.windows())
                && waitingRoom.equals(other.waitingRoom)
                && proxyBooking.equals(other.proxyBooking)
                && supply.equals(other.supply);
    }

    /** @return the same campaign with another schedule */
    Campaign with(OpeningSchedule changed) {
        return new Campaign(changed, waitingRoom, proxyBooking, supply, source);
    }

    /** @return the same campaign with another waiting room */
    Campaign with(WaitingRoom changed) {
        return new Campaign(schedule, Optional.of(changed), proxyBooking, supply, source);
    }
}

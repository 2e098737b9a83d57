package org.jeongmun.web.journey;

import java.time.Duration;
import java.util.List;
import org.jeongmun.reservation.ReservationCode;

/**
 * What the page after a cancellation says, once.
 *
 * @param code of the booking that was given back
 */
public record Cancelled(ReservationCode code) {
    /** How it travels. */
    public static final Carried<Cancelled> CARRIED = new Carried<>(
            "jeongmun-cancelled",
            Duration.ofMinutes(1),
            cancelled -> List.of(cancelled.code().value()),
            fields -> new Cancelled(new ReservationCode(fields.get(0))));
}

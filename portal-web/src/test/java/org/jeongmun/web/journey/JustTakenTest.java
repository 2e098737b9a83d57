package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.Reservation.Place;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A place that was just taken")
class JustTakenTest {
    private static final Instant NOW = Instant.parse("2021-07-14T11:00:00Z");
    private static final PersonKey KIM = new PersonKey("k".repeat(43));
    private static final PersonKey LEE = new PersonKey("l".repeat(43));

    private final AtomicLong nanos = new AtomicLong();
    private final JustTaken justTaken = new JustTaken(nanos::get);

    private static Reservation heldUntil(Instant end) {
        Place place = new Place(new SlotId(1), new ClinicId("c1"), "의원", "중구", "02-000-0000", NOW, "백신");
        return new Reservation(ReservationCode.random(), ReservationState.HELD, end, Optional.empty(), place);
    }

    @Test
    void isToldOnceAndToItsPersonAlone() {
        Reservation held = heldUntil(NOW.plusSeconds(300));
        justTaken.keep(KIM, held);
        assertEquals(Optional.empty(), justTaken.take(LEE, NOW));
        assertEquals(Optional.of(held), justTaken.take(KIM, NOW));
        assertEquals(Optional.empty(), justTaken.take(KIM, NOW));
    }

    @Test
    void isTheLastOneThatWasTaken() {
        Reservation last = heldUntil(NOW.plusSeconds(300));
        justTaken.keep(KIM, heldUntil(NOW.plusSeconds(200)));
        justTaken.keep(KIM, last);
        assertEquals(Optional.of(last), justTaken.take(KIM, NOW));
    }

    @Test
    void isNotToldAfterAMoment() {
        justTaken.keep(KIM, heldUntil(NOW.plusSeconds(300)));
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        assertEquals(Optional.empty(), justTaken.take(KIM, NOW));
    }

    @Test
    void isNotToldAfterItsEndByThePortalsClock() {
        justTaken.keep(KIM, heldUntil(NOW));
        assertEquals(Optional.empty(), justTaken.take(KIM, NOW));
    }

    @Test
    void isForgottenBeforeThereAreTooMany() {
        justTaken.keep(KIM, heldUntil(NOW.plusSeconds(300)));
        for (int other = 0; other < 2_000; other++) {
            justTaken.keep(new PersonKey("%043d".formatted(other)), heldUntil(NOW.plusSeconds(300)));
        }
        assertEquals(Optional.empty(), justTaken.take(KIM, NOW));
    }
}

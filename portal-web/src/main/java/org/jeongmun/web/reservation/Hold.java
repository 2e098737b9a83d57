package org.jeongmun.web.reservation;

import java.util.List;
import java.util.Locale;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.Reservations.HoldRequest;

/** Somebody wants a place, which is to have that code. */
record Hold(HoldRequest request, ReservationCode code) implements BookingStep {
    /** Of the values, as the database calls them. */
    static final List<String> TYPES = List.of("text", "text", "text", "text", "text", "text", "bigint", "text");

    @Override
    public BookingCall call() {
        return BookingCall.HOLD;
    }

    @Override
    public Object[] values() {
        return new Object[] {
            code.value(),
            request.campaign().value(),
            request.window().id().value(),
            request.window().cohort().value(),
            request.person().value(),
            request.phone().value(),
            request.slot().value(),
            request.door().name().toLowerCase(Locale.ROOT)
        };
    }
}

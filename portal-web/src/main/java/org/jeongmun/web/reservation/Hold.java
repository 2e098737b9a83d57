package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.Reservations.HoldRequest;
import org.jeongmun.web.reservation.GroupCommit.Parameter;

/** Somebody wants a place, which is to have that code. */
record Hold(HoldRequest request, ReservationCode code) {
    private static final String CALL = ReservationColumns.SELECTED
            + ", r.nth, r.refusal FROM hold_places(?, ?, ?, ?, ?, ?, ?, ?, ?) r" + ReservationColumns.JOINED;

    /** In the order of the call. */
    static final List<Parameter<Hold>> PARAMETERS = List.of(
            new Parameter<>("text", hold -> hold.code.value()),
            new Parameter<>("text", hold -> hold.request.campaign().value()),
            new Parameter<>("text", hold -> hold.request.window().id().value()),
            new Parameter<>("text", hold -> hold.request.window().cohort().value()),
            new Parameter<>("text", hold -> hold.request.person().value()),
            new Parameter<>("text", hold -> hold.request.phone().value()),
            new Parameter<>("bigint", hold -> hold.request.slot().value()),
            new Parameter<>("text", hold -> hold.request.door().name().toLowerCase(Locale.ROOT)));

    static PreparedStatement call(Connection connection) throws SQLException {
        return connection.prepareStatement(CALL);
    }
}

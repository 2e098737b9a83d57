package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.web.reservation.GroupCommit.Parameter;

/** Somebody confirms what they hold. */
record Confirmation(CampaignId campaign, PersonKey person) {
    private static final String CALL = ReservationColumns.SELECTED + ", r.nth, r.refusal FROM confirm_places(?, ?, ?) r"
            + ReservationColumns.JOINED;

    /** In the order of the call. */
    static final List<Parameter<Confirmation>> PARAMETERS = List.of(
            new Parameter<>("text", confirmation -> confirmation.campaign.value()),
            new Parameter<>("text", confirmation -> confirmation.person.value()));

    static PreparedStatement call(Connection connection) throws SQLException {
        return connection.prepareStatement(CALL);
    }
}

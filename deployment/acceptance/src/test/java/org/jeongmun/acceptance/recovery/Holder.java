package org.jeongmun.acceptance.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;

/** Somebody who was told that a place is held for them, and is looking for their glasses when the portal dies. */
final class Holder {
    private static final String PLACE =
            "SELECT concat_ws(' ', state, slot_id, hold_expires_at) FROM reservation WHERE code = ?";

    private final Portal portal;
    private final Journey journey;
    private final String code;
    private final String told;

    private Holder(Portal portal, Journey journey) throws SQLException {
        this.portal = portal;
        this.journey = journey;
        code = Rows.of(portal).text("SELECT code FROM reservation");
        told = Rows.of(portal).text(PLACE, code);
    }

    /** Holds the first place of a portal that nobody has come to yet. */
    static Holder at(Portal portal) throws SQLException {
        // Long enough for any machine to start the portal again meanwhile.
        try (Connection owner = portal.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("UPDATE booking_window SET hold = interval '1 hour'");
        }
        Journey journey = new Journey(portal.published().publicUrl(), Citizen.invited()).toHold();
        return new Holder(portal, journey);
    }

    /** After the portal has been started again, at another address. */
    void assertHasItStillAndConfirmsIt() throws SQLException {
        Rows rows = Rows.of(portal);
        assertTrue(told.startsWith("HELD "), told);
        assertEquals(told, rows.text(PLACE, code));

        Journey goesOn = new Journey(journey.visitor().at(portal.published().publicUrl()), journey.citizen());
        assertEquals("303 /reserve/done", goesOn.confirm().redirect());

        assertEquals(code, goesOn.code());
        assertEquals(told.replace("HELD ", "CONFIRMED "), rows.text(PLACE, code));
    }
}

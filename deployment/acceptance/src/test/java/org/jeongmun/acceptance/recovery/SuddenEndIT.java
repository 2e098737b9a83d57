package org.jeongmun.acceptance.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("After a sudden end under load")
class SuddenEndIT {
    private static final int ACKNOWLEDGED_BEFORE = 12;

    private Portal portal;
    private Holder holder;

    @BeforeEach
    void start() throws SQLException {
        portal = Portal.start(PortalPlan.demo("sudden-end", "2021-07-14T20:10:00+09:00"));
        holder = Holder.at(portal);
    }

    @AfterEach
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private static void awaitAcknowledgements(Crowd crowd) {
        Awaitility.await("acknowledged reservations")
                .atMost(Duration.ofSeconds(180))
                .failFast(
                        "everybody is sent away",
                        () -> assertEquals("[]", crowd.disappointments().toString()))
                .until(() -> crowd.acknowledged() >= ACKNOWLEDGED_BEFORE);
    }

    @Test
    void ofThePortalNothingAcknowledgedIsMissing() throws SQLException {
        Set<String> ledger;
        try (Crowd crowd = new Crowd(portal.published().publicUrl())) {
            awaitAcknowledgements(crowd);
            portal.kill();
            ledger = crowd.ledger();
        }
        portal.startAgain("--demo");
        assertNothingIsMissing(ledger);
        holder.assertHasItStillAndConfirmsIt();
        assertItServes();
    }

    @Test
    void ofPostgresqlNothingAcknowledgedIsMissing() throws SQLException {
        Set<String> ledger;
        try (Crowd crowd = new Crowd(portal.published().publicUrl())) {
            awaitAcknowledgements(crowd);
            portal.killDatabase();
            ledger = crowd.ledger();
        }
        portal.stop();
        portal.startAgain("--demo");
        assertNothingIsMissing(ledger);
        holder.assertHasItStillAndConfirmsIt();
        assertItServes();
    }

    private void assertNothingIsMissing(Set<String> ledger) throws SQLException {
        Rows rows = Rows.of(portal);
        assertFalse(ledger.isEmpty());
        for (String code : ledger) {
            assertEquals("CONFIRMED", rows.text("SELECT state FROM reservation WHERE code = ?", code));
        }
        assertEquals(
                0,
                rows.number("SELECT count(*) FROM slot s WHERE taken > capacity OR taken <> (SELECT count(*)"
                        + " FROM reservation r WHERE r.slot_id = s.id AND r.state IN ('HELD', 'CONFIRMED'))"));
    }

    private void assertItServes() {
        URI door = portal.published().publicUrl();
        assertFalse(new Journey(door, Citizen.invited()).toCode().isBlank());
    }
}

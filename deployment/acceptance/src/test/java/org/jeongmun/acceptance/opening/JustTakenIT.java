package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A place that was taken a moment ago")
@ExtendWith(SharedPortals.class)
class JustTakenIT {
    private static final String GIVE_BACK = "UPDATE reservation SET state = 'CANCELLED'"
            + " WHERE id = (SELECT id FROM reservation WHERE state = 'HELD' ORDER BY created_at DESC LIMIT 1) RETURNING code";

    private final Journey journey;
    private final Rows rows;

    JustTakenIT(@Serving(Stage.OPEN) Portal portal) {
        journey = new Journey(portal.published().publicUrl(), Citizen.invited());
        rows = Rows.of(portal);
    }

    @BeforeEach
    void take() {
        journey.checkIn();
        journey.chooseClinic();
        assertEquals("303 /reserve/confirm", journey.chooseSlot().redirect());
    }

    private Page get(String path) {
        return journey.visitor().get(path);
    }

    @Test
    void isToldOnceWithoutTheDatabaseAndThenByIt() throws SQLException {
        rows.text(GIVE_BACK);

        assertTrue(get("/reserve/confirm").offers("agree"), "the page that follows");
        assertEquals("303 /reserve/slot", get("/reserve/confirm").redirect());
    }

    @Test
    void isToldToNoOtherPage() throws SQLException {
        rows.text(GIVE_BACK);

        Page times = get("/reserve/slot");

        assertTrue(times.offers("slot"));
        assertFalse(times.body().contains("/reserve/confirm"), "nothing is held");
        assertEquals(
                "303 /reserve/slot",
                journey.visitor().method("DELETE", "/reserve/confirm").redirect());
    }

    @Test
    void isConfirmedForWhoeverHasConfirmedIt() {
        String token = get("/reserve/slot").formWith("slot").value("csrf");
        Page done = journey.visitor().post("/reserve/confirm", Map.of("csrf", token, "agree", "yes", "confirm", ""));

        assertEquals("303 /reserve/done", done.redirect());
        assertEquals("303 /reserve/done", get("/reserve/confirm").redirect());
    }
}

package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A partner's deep link")
@ExtendWith(SharedPortals.class)
class DeepLinkIT {
    private final URI door;
    private final Rows rows;

    DeepLinkIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
    }

    @Test
    void keepsTheClinicThroughTheCheckInAndSkipsNoStep() throws SQLException {
        String clinic = rows.text("SELECT id FROM clinic ORDER BY id OFFSET 7 LIMIT 1");
        String name = rows.text("SELECT name FROM clinic WHERE id = ?", clinic);
        Journey journey = new Journey(door, Citizen.invited());
        Page first = journey.visitor().get("/go?partner=demo&clinic=" + clinic + "&source=x&booking-referral=y");
        assertEquals("303 /check-in", first.redirect());
        assertEquals(303, journey.checkIn().status());
        Page slots = journey.visitor().get("/reserve/slot");
        assertEquals(200, slots.status(), slots::toString);
        assertTrue(slots.document().text().contains(name), slots::toString);
    }

    @Test
    void takesNoPlaceByItself() throws SQLException {
        String slot = rows.text("SELECT id FROM slot WHERE starts_at > portal_now() ORDER BY id LIMIT 1");
        String clinic = rows.text("SELECT clinic_id FROM slot WHERE id = ?::bigint", slot);
        long before = rows.count("reservation");
        Journey journey = new Journey(door, Citizen.invited());
        journey.visitor().get("/go?partner=demo&clinic=" + clinic + "&slot=" + slot);
        journey.checkIn();
        journey.visitor().get("/reserve/slot");
        journey.visitor().get("/reserve/confirm");
        assertEquals(before, rows.count("reservation"));
    }

    @Test
    void toAClinicThatIsNotThereLeadsToTheChoice() {
        Journey journey = new Journey(door, Citizen.invited());
        journey.checkIn();
        Page answer = journey.visitor().get("/go?partner=demo&clinic=%3Cb%3E");
        assertEquals(303, answer.status(), answer::toString);
        assertEquals(
                "303 /reserve/clinic", journey.visitor().get("/reserve/slot").redirect());
    }

    @Test
    void neverLeadsOutOfThePortal() {
        Page answer = new Visitor(door).get("/go?partner=https://evil.example&clinic=//evil.example&source=//evil");
        assertEquals("303 /check-in", answer.redirect());
    }
}

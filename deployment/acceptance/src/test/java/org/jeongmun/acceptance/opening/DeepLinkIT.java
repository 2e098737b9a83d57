package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
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
    private final Portal portal;
    private final URI door;
    private final Rows rows;

    DeepLinkIT(@Serving(Stage.OPEN) Portal portal) {
        this.portal = portal;
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
    void keepsTheTimeThroughTheCheckIn() throws SQLException {
        String clinic = rows.text("SELECT id FROM clinic ORDER BY id OFFSET 11 LIMIT 1");
        String slot = rows.text(
                "SELECT id FROM slot WHERE clinic_id = ? AND taken < capacity AND starts_at > portal_now() + interval '2 days'"
                        + " ORDER BY starts_at LIMIT 1",
                clinic);
        Journey journey = new Journey(door, Citizen.invited());
        journey.visitor().get("/go?partner=demo&clinic=%s&slot=%s".formatted(clinic, slot));
        assertEquals("303 /reserve/slot", journey.checkIn().redirect());
        Page page = journey.visitor().get("/reserve/slot");
        assertEquals(1, page.document().select("#slot-" + slot + "[checked]").size(), page::toString);
        assertTrue(page.document().select("#nearby").isEmpty(), page::toString);
    }

    @Test
    void offersTheNearestClinicsWhenTheTimeIsGoneAndLeadsThere() throws SQLException {
        String clinic = rows.text("SELECT id FROM clinic ORDER BY id OFFSET 13 LIMIT 1");
        Journey journey = new Journey(door, Citizen.invited());
        journey.checkIn();
        journey.visitor().get("/go?partner=demo&clinic=%s&slot=999999999999".formatted(clinic));
        Page page = journey.visitor().get("/reserve/slot");
        List<String> nearby = page.document().select("#nearby a").eachAttr("href");
        assertEquals(5, nearby.size(), page::toString);
        assertTrue(nearby.stream().noneMatch(link -> link.endsWith("=" + clinic)), nearby::toString);
        assertEquals("303 /reserve/slot", journey.visitor().get(nearby.get(0)).redirect());
        String name =
                rows.text("SELECT name FROM clinic WHERE id = ?", nearby.get(0).replaceFirst(".*=", ""));
        assertTrue(journey.visitor().get("/reserve/slot").document().text().contains(name));
        journey.chooseSlot();
        journey.confirm();
        assertEquals("partner", rows.text("SELECT door FROM reservation WHERE code = ?", journey.code()));
    }

    @Test
    void leadsBackToARegisteredAddressAloneAndNeverByItself() {
        String registered = "https://maps.example/booked";
        PortalJar.Ended created = PortalJar.run(
                "partner",
                "create",
                "maps",
                "--return",
                registered,
                "--data",
                portal.folder().toString());
        assertEquals(0, created.exitCode(), created::toString);
        Journey journey = new Journey(door, Citizen.invited());
        Awaitility.await("the partner to be known")
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    journey.visitor().get("/go?partner=maps&source=app&booking-referral=34d1a803");
                    return journey.visitor().cookieNames().contains("jeongmun-referral");
                });
        journey.visitor().get("/go?partner=maps&return=https://evil.example/");
        assertFalse(journey.visitor().cookieNames().contains("jeongmun-referral"));
        journey.visitor().get("/go?partner=demo&return=" + registered);
        assertFalse(journey.visitor().cookieNames().contains("jeongmun-referral"));
        journey.visitor().get("/go?partner=maps&source=app&booking-referral=34d1a803&return=" + registered);
        journey.toCode();
        Page done = journey.visitor().get("/reserve/done");
        assertEquals(200, done.status());
        assertEquals(
                registered + "?source=app&booking-referral=34d1a803",
                done.document().select("#toPartner").attr("href"),
                done::toString);
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

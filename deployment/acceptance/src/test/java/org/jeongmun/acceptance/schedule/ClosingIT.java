package org.jeongmun.acceptance.schedule;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.intruder.Attempts;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One window closes at 20:02 while another cohort's stays open for a minute more, then that closes as well. It is lived
 * through once; each test judges one thing of it.
 */
@DisplayName("When a window closes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosingIT {
    private static final Instant CLOSES_AT =
            OffsetDateTime.parse("2021-07-14T20:02:00+09:00").toInstant();
    private static final Instant LAST_CLOSES_AT =
            OffsetDateTime.parse("2021-07-14T20:03:00+09:00").toInstant();
    private static final String ACTIVE =
            "SELECT count(*) FROM reservation WHERE state IN ('HELD', 'CONFIRMED')" + " AND slot_id = ?::bigint";

    private Portal portal;
    private Rows rows;
    private URI door;
    private String slotOfForgotten;
    private String idOfForgotten;
    private Page lateHold;
    private Page lateCheckIn;
    private Page confirmedInGrace;
    private String insertedLate;
    private String codeInGrace;
    private long takenBeforeExpiry;
    private Page confirmedTooLate;
    private Page afterItsHold;
    private Visitor withReceipt;
    private String codeOfReceipt;

    @BeforeAll
    void liveThroughIt() throws SQLException {
        portal = Portal.start(PortalPlan.demo("closing", "2021-07-14T20:01:00+09:00")
                .campaign(Campaigns.file("closing.yaml"))
                .inZone("Asia/Seoul"));
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
        Journey olderForgotten = new Journey(door, Citizen.bornOn("19590606")).toHold();
        Journey forgotten = new Journey(door, Citizen.invited()).toHold();
        idOfForgotten = rows.text("SELECT id::text FROM reservation ORDER BY created_at DESC LIMIT 1");
        slotOfForgotten = rows.text("SELECT slot_id::text FROM reservation WHERE id = ?::uuid", idOfForgotten);
        Form forgottenConfirmation = forgotten.confirmation();
        Journey inGrace = new Journey(door, Citizen.invited()).toSlots();
        Journey tooLate = new Journey(door, Citizen.invited()).toSlots();
        Form lastSlots = tooLate.slots();
        Journey older = new Journey(door, Citizen.bornOn("19580505"));
        codeOfReceipt = older.toCode();
        withReceipt = older.visitor();
        // Well before the closing, and within a minute of the confirmation: that is how long a hold lasts here.
        portal.skipTo(CLOSES_AT.minusSeconds(20));
        assertEquals("303 /reserve/confirm", inGrace.chooseSlot().redirect());
        takenBeforeExpiry = taken(slotOfForgotten);
        portal.skipTo(CLOSES_AT.minusSeconds(3));
        awaitPortalTime(CLOSES_AT);
        insertedLate = Attempts.on(portal)
                .insert("created_at", CLOSES_AT.minusSeconds(1).toString());
        lateHold = lastSlots.with("slot", lastSlots.choices("slot").get(0)).press("continue");
        lateCheckIn = new Journey(door, Citizen.invited()).checkIn();
        confirmedInGrace = inGrace.confirm();
        codeInGrace = inGrace.code();
        portal.skipTo(rows.moment("SELECT hold_expires_at FROM reservation WHERE id = ?::uuid", idOfForgotten)
                .minusSeconds(3));
        awaitStateOf(idOfForgotten, "EXPIRED");
        confirmedTooLate = forgottenConfirmation.press("confirm");
        afterItsHold = olderForgotten.visitor().get("/reserve/slot");
        portal.skipTo(LAST_CLOSES_AT.minusSeconds(3));
        awaitPortalTime(LAST_CLOSES_AT);
        Awaitility.await("the gate to shut")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> new Visitor(door).get("/reserve/clinic").status() == 503);
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private long taken(String slot) throws SQLException {
        return rows.number("SELECT taken FROM slot WHERE id = ?::bigint", slot);
    }

    private void awaitPortalTime(Instant moment) {
        Awaitility.await("portal time " + moment)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !rows.now().isBefore(moment));
    }

    private void awaitStateOf(String id, String state) {
        Awaitility.await("reservation to be " + state)
                .atMost(Duration.ofSeconds(100))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> rows.text("SELECT state FROM reservation WHERE id = ?::uuid", id)
                        .equals(state));
    }

    @Test
    void nobodyOfItsCohortGetsAPlaceAnyMore() throws SQLException {
        assertEquals(422, lateHold.status(), lateHold::toString);
        assertTrue(lateHold.text("errors").isPresent(), lateHold::toString);
        assertEquals(422, lateCheckIn.status(), lateCheckIn::toString);
        assertEquals("JM001", insertedLate);
        assertEquals(
                0,
                rows.number("SELECT count(*) FROM reservation r JOIN booking_window w ON w.id = r.window_id"
                        + " WHERE r.created_at >= w.closes_at"));
    }

    @Test
    void anEarlierHoldMayStillBeConfirmed() throws SQLException {
        assertEquals("303 /reserve/done", confirmedInGrace.redirect());
        assertFalse(rows.moment("SELECT confirmed_at FROM reservation WHERE code = ?", codeInGrace)
                .isBefore(CLOSES_AT));
        assertTrue(rows.moment("SELECT created_at FROM reservation WHERE code = ?", codeInGrace)
                .isBefore(CLOSES_AT));
    }

    @Test
    void aHoldThatWasForgottenGivesItsPlaceBackOnce() throws SQLException {
        assertEquals(takenBeforeExpiry - 1, taken(slotOfForgotten));
        assertEquals(rows.number(ACTIVE, slotOfForgotten), taken(slotOfForgotten));
    }

    @Test
    void anExpiredHoldIsNotConfirmed() throws SQLException {
        assertEquals("303 /reserve/slot", confirmedTooLate.redirect());
        assertEquals("EXPIRED", rows.text("SELECT state FROM reservation WHERE id = ?::uuid", idOfForgotten));
    }

    @Test
    void whoHasNotConfirmedInTimeIsToldHowLongThatWas() {
        assertEquals(200, afterItsHold.status(), afterItsHold::toString);
        String said = afterItsHold.document().text();
        assertTrue(said.contains("1분 안에 확정하지 않아 선택하신 시간이 해제되었습니다."), said);
        assertTrue(said.contains("Not confirmed within 1 minutes; your chosen time was released."), said);
    }

    @Test
    void aHoldLastsAsLongAsItsWindowSays() throws SQLException {
        assertEquals(
                60,
                rows.number(
                        "SELECT extract(epoch FROM hold_expires_at - created_at)::bigint FROM reservation"
                                + " WHERE id = ?::uuid",
                        idOfForgotten));
    }

    @Test
    void everyDoorIsShutAfterTheLastOne() {
        for (List<String> doors : List.of(Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP, List.of("/nothing-here"))) {
            for (String target : doors) {
                assertClosed("CLOSED", target, RawRequest.of("GET", target).sendTo(door));
            }
        }
    }

    @Test
    void theNoticesAndTheCareOfABookingRemain() {
        for (String target : Doors.NOTICE) {
            assertEquals(200, new Visitor(door).get(target).status(), target);
        }
        assertEquals(200, new Visitor(door).get("/reservation").status());
        assertEquals(
                "CLOSED",
                new Visitor(door).get("/schedule.json").json().path("status").asText());
    }

    @Test
    void aReceiptStillShowsItsCode() {
        assertEquals(
                codeOfReceipt,
                withReceipt.get("/reserve/done").text("reservationCode").orElse("none"));
    }
}

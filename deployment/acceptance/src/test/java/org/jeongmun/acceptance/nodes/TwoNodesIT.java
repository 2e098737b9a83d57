package org.jeongmun.acceptance.nodes;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The opening is postponed at one of them before both open; what they are asked then, they are asked open. */
@DisplayName("Two portals on one database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final Instant FIRST_OPENING = instant("2021-07-14T20:00+09:00");
    private static final String POSTPONED = "2021-07-14T21:00+09:00";
    private static final int PEOPLE = 40;

    private Nodes nodes;
    private Rows rows;
    private List<RawResponse> atTheFirstOpening;
    private List<String> saidAtTheFirstOpening;
    private List<RawResponse> atTheSecond;

    @BeforeAll
    void liveThroughTheOpening() throws SQLException {
        nodes = Nodes.start("two-nodes.yaml", "2021-07-14T19:30+09:00");
        rows = Rows.of(nodes.first);
        nodes.operate("campaign", "postpone", "w0714", POSTPONED, "--reason", "a drill");
        nodes.awaitMoment("/windows/0/opensAt", instant(POSTPONED)::equals);
        nodes.first.skipTo(FIRST_OPENING.minusSeconds(2));
        nodes.awaitMoment("/now", FIRST_OPENING.plusMillis(500)::isBefore);
        atTheFirstOpening = nodes.answers("/reserve/clinic");
        saidAtTheFirstOpening = nodes.say("/status");
        nodes.first.skipTo(instant(POSTPONED).minusSeconds(2));
        nodes.awaitStatus("OPEN");
        atTheSecond = nodes.answers("/reserve/clinic");
    }

    @AfterAll
    void end() {
        if (nodes != null) {
            nodes.close();
        }
    }

    private static Instant instant(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    @Test
    void areBothShutAtAnOpeningThatWasPostponedAtOne() {
        assertEquals(List.of("CHECK_IN", "CHECK_IN"), saidAtTheFirstOpening);
        atTheFirstOpening.forEach(answer -> assertClosed("NOT_YET_OPEN", "/reserve/clinic", answer));
        atTheSecond.forEach(answer -> assertEquals(303, answer.status(), answer::toString));
    }

    @Test
    void areBothShutByTheMaintenanceOfOneAndOpenAfterIt() {
        nodes.operate("maintenance", "on", "--reason", "a drill");
        try {
            Nodes.await(
                    "both locks shut",
                    () -> nodes.answers("/nothing-here").stream().allMatch(answer -> answer.status() == 503));
            nodes.awaitStatus("MAINTENANCE");
            for (String target : List.of("/check-in", "/reserve/clinic", "/clinics", "/reservation")) {
                nodes.answers(target).forEach(answer -> assertClosed("MAINTENANCE", target, answer));
            }
        } finally {
            nodes.operate("maintenance", "off");
        }
        nodes.awaitStatus("OPEN");
        Nodes.await("check-in", () -> nodes.answers("/check-in").stream().allMatch(answer -> answer.status() == 200));
    }

    @Test
    void giveTheLastTenPlacesToTenOfFortyPeople() throws Exception {
        LastPlaces places = LastPlaces.of(nodes);
        Crowd crowd = new Crowd(PEOPLE, places.clinic(), nodes.doors());

        List<Journey> winners = crowd.allWant(places.slot());

        assertEquals(LastPlaces.MANY, winners.size());
        Set<String> codes = new HashSet<>();
        for (Journey winner : winners) {
            assertEquals("303 /reserve/done", winner.confirm().redirect());
            codes.add(winner.code());
        }
        assertEquals(LastPlaces.MANY, codes.size());
        assertEquals(LastPlaces.MANY, rows.number("SELECT taken FROM slot WHERE id = ?::bigint", places.slot()));
        assertEquals(
                LastPlaces.MANY,
                rows.number(
                        "SELECT count(DISTINCT person_key) FROM reservation"
                                + " WHERE state = 'CONFIRMED' AND slot_id = ?::bigint",
                        places.slot()));
        assertEquals(
                LastPlaces.MANY,
                rows.number("SELECT count(*) FROM reservation WHERE slot_id = ?::bigint", places.slot()));
    }

    @Test
    void giveOnePersonWhoComesToBothOneNumberAndOneBooking() throws Exception {
        Citizen citizen = Citizen.invited();
        List<Journey> both =
                nodes.doors().stream().map(door -> new Journey(door, citizen)).toList();
        Crowd.atOnce(both, Journey::toTheEndOfTheLine);
        assertEquals(both.get(0).number(), both.get(1).number());

        Crowd.atOnce(both, journey -> {
            journey.chooseClinic();
            return journey.chooseSlot();
        });
        List<Form> confirmations =
                both.stream().map(journey -> journey.confirmation()).toList();
        Crowd.atOnce(confirmations, form -> Journey.patiently(() -> form.press("confirm")));

        String code = both.get(0).code();
        assertEquals(
                Collections.nCopies(2, code), both.stream().map(Journey::code).toList());
        assertEquals(
                1,
                rows.number(
                        "SELECT count(*) FROM reservation WHERE state IN ('HELD', 'CONFIRMED') AND person_key ="
                                + " (SELECT person_key FROM reservation WHERE state = 'CONFIRMED' AND code = ?)",
                        code));
    }
}

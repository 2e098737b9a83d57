package org.jeongmun.acceptance.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.jeongmun.acceptance.client.CrowdInLine.Entered;
import org.jeongmun.waitingroom.DrawSeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The evening is lived through once; each test judges one thing of it. */
@DisplayName("An evening with a line that is drawn")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveningIT {
    private static final double NANOS_PER_SECOND = 1e9;

    private Evening evening;

    @BeforeAll
    void liveThroughIt() throws IOException, SQLException {
        evening = new Evening();
        evening.liveThrough();
    }

    @AfterAll
    void end() {
        if (evening != null) {
            evening.close();
        }
    }

    @Test
    void givesOnePersonOneNumber() {
        assertEquals(1, evening.numberAtFirst);
        assertEquals(evening.numberAtFirst, evening.numberOnAnotherDevice);
        List<Long> numbers = evening.crowd.numbers().sorted().boxed().toList();
        assertEquals(LongStream.rangeClosed(2, numbers.size() + 1L).boxed().toList(), numbers, "gapless, none twice");
    }

    @Test
    void keepsItsSeedUntilTheOpeningAndThenShowsWhatItPromised() {
        assertTrue(evening.before.at("/draw/seed").isNull());
        assertEquals(evening.before.at("/draw/commitment"), evening.after.at("/draw/commitment"));
        DrawSeed seed = DrawSeed.ofHex(evening.after.at("/draw/seed").asText());
        assertEquals(evening.before.at("/draw/commitment").asText(), seed.commitment());
        assertFalse(
                evening.before
                        .toString()
                        .contains(evening.after.at("/draw/finalSeed").asText()),
                "nobody could work out a place before the opening");
    }

    @Test
    void letsPeopleInInTheOrderOfTheirPlaces() {
        assertTrue(evening.entered.size() >= Evening.PLACES, () -> evening.entered.size() + " were let in");
        for (Entered one : evening.entered) {
            long place = evening.draw.placeOf(one.number());
            assertTrue(place <= one.nowServing(), () -> "place " + place + " while serving " + one.nowServing());
        }
        for (Entered one : evening.crowd.turnedAway()) {
            long place = evening.draw.placeOf(one.number());
            assertTrue(place > one.nowServing(), () -> "place " + place + " kept out at " + one.nowServing());
        }
        assertFalse(evening.crowd.turnedAway().isEmpty(), "somebody tried too early");
    }

    @Test
    void letsNobodyInFasterThanItsRate() {
        LongStream times = evening.entered.stream().mapToLong(Entered::nanos);
        var span = times.summaryStatistics();
        double seconds = (span.getMax() - span.getMin()) / NANOS_PER_SECOND;
        assertTrue(
                evening.entered.size() <= Evening.PER_SECOND * (seconds + 2),
                () -> "%d let in within %.1f seconds".formatted(evening.entered.size(), seconds));
    }

    @Test
    void sellsEachPlaceOnceAndLosesNoneThatWasAcknowledged() throws SQLException {
        assertEquals(Evening.PLACES, evening.codes.size(), () -> "booked; others saw " + evening.refusals);
        assertEquals(
                Evening.PLACES,
                evening.rows.number("SELECT count(DISTINCT person_key) FROM reservation WHERE state = 'CONFIRMED'"));
        for (String code : evening.codes) {
            assertEquals("CONFIRMED", evening.rows.text("SELECT state FROM reservation WHERE code = ?", code));
        }
        assertEquals(
                0,
                evening.rows.number("SELECT count(*) FROM slot s WHERE taken > capacity OR taken <> (SELECT count(*)"
                        + " FROM reservation r WHERE r.slot_id = s.id AND r.state IN ('HELD', 'CONFIRMED'))"));
        assertEquals(
                0,
                evening.rows.number("SELECT count(*) FROM reservation r JOIN booking_window w ON w.id = r.window_id"
                        + " WHERE r.created_at < w.opens_at OR r.created_at >= w.closes_at"));
    }

    @Test
    void saysSoWhenNoPlaceIsLeftAndLetsNobodyInForNothing() {
        assertEquals("NONE", evening.soldOut.path("placesLeft").asText());
        assertTrue(evening.saidWhenSoldOut.contains("마감"), evening.saidWhenSoldOut);
        assertEquals(
                List.of("303 /waiting"),
                evening.askedWhenSoldOut.stream().distinct().toList());
    }

    @Test
    void endsForThoseInsideToo() {
        assertFalse(evening.afterTheEnd.isEmpty(), "some had a pass and did not use it");
        evening.afterTheEnd.forEach(answer -> {
            assertEquals(503, answer.status());
            assertEquals("CLOSED", answer.header("X-Portal-Gate").orElse(""));
        });
        assertTrue(evening.saidAfterTheEnd.contains("예약 기간이 끝났습니다"), evening.saidAfterTheEnd);
    }
}

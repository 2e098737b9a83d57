package org.jeongmun.acceptance.timegames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.ClosedAnswers;
import org.jeongmun.acceptance.client.RawResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The database's time decides, whatever the node's clock says:")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeGamesIT {
    private Evening evening;

    @BeforeAll
    void liveThroughIt() throws SQLException {
        evening = Evening.lived();
    }

    @AfterAll
    void end() {
        if (evening != null) {
            evening.close();
        }
    }

    @Test
    void fiftyThousandRequestsWereMade() {
        assertTrue(evening.requests() >= 50_000, () -> evening.requests() + " requests");
    }

    @Test
    void aFastClockOpensNothingEarly() {
        assertNothingWasServedBefore(Evening.FIRST_OPENS, evening.firstOpening);
    }

    @Test
    void aSlowClockThatHasSteppedBackOpensNothingEarly() {
        assertNothingWasServedBefore(Evening.SECOND_OPENS, evening.secondOpening);
    }

    private void assertNothingWasServedBefore(Instant opening, List<Shot> shots) {
        List<Shot> early = shots.stream()
                .filter(shot -> evening.time.latest(shot.answeredAt()).isBefore(opening))
                .toList();
        assertFalse(early.isEmpty(), "a witness that somebody came early");
        assertEquals(List.of(), early.stream().filter(Shot::wasServed).toList());
        assertEquals(Set.of("NOT_YET_OPEN"), gatesOf(early));
    }

    @Test
    void aSlowClockKeepsNothingOpen() {
        assertNothingWasServedAfter(Evening.FIRST_CLOSES, evening.firstClosing, "NOT_YET_OPEN");
    }

    @Test
    void aClockThatHasSteppedForwardKeepsNothingOpen() {
        assertNothingWasServedAfter(Evening.SECOND_CLOSES, evening.secondClosing, "CLOSED");
    }

    private void assertNothingWasServedAfter(Instant closing, List<Shot> shots, String state) {
        assertTrue(shots.stream().anyMatch(Shot::wasServed), "a witness that it was open");
        List<Shot> late = shots.stream()
                .filter(shot -> !evening.time.earliest(shot.sentAt()).isBefore(closing))
                .toList();
        assertFalse(late.isEmpty(), "a witness that somebody came late");
        assertEquals(List.of(), late.stream().filter(Shot::wasServed).toList());
        assertEquals(Set.of(state), gatesOf(late));
    }

    private static Set<String> gatesOf(List<Shot> shots) {
        return shots.stream().filter(shot -> shot.status() != 0).map(Shot::gate).collect(Collectors.toSet());
    }

    @Test
    void theFirstIsServedWithinASecondOfEachOpening() throws SQLException {
        assertTrue(
                firstServed(evening.firstOpening).isBefore(Evening.FIRST_OPENS.plusSeconds(1)),
                () -> "served at " + firstServed(evening.firstOpening));
        Instant firstPlace = evening.rows.moment("SELECT min(created_at) FROM reservation WHERE window_id = 'w2'");
        assertTrue(firstPlace.isBefore(Evening.SECOND_OPENS.plusSeconds(1)), () -> "first place at " + firstPlace);
    }

    private Instant firstServed(List<Shot> shots) {
        return shots.stream()
                .filter(Shot::wasServed)
                .map(shot -> evening.time.earliest(shot.answeredAt()))
                .min(Instant::compareTo)
                .orElseThrow(() -> new AssertionError("Nobody was served."));
    }

    @Test
    void noRowIsOutsideItsWindow() throws SQLException {
        for (String window : List.of("w1", "w2")) {
            assertTrue(
                    evening.rows.number("SELECT count(*) FROM reservation WHERE window_id = ?", window) > 0,
                    "a witness in " + window);
        }
        assertEquals(
                0,
                evening.rows.number("SELECT count(*) FROM reservation r JOIN booking_window w ON w.id = r.window_id"
                        + " WHERE r.created_at < w.opens_at OR r.created_at >= w.closes_at"
                        + " OR r.confirmed_at < w.opens_at OR r.confirmed_at >= w.closes_at + w.grace"));
    }

    @Test
    void whoWasToldToHaveAPlaceHasOneAndNobodyElse() throws SQLException {
        long told = Stream.of(evening.firstClosing, evening.secondOpening, evening.secondClosing)
                .flatMap(List::stream)
                .filter(Shot::hasHeld)
                .count();
        assertEquals(told, evening.rows.count("reservation"));
        assertTrue(evening.secondOpening.stream().anyMatch(Shot::hasHeld), "forms of the first window, in the second");
    }

    @Test
    void aBodyThatComesAfterTheOpeningDoesNotMakeItsHeadComeAfterIt() {
        assertEquals(2, evening.bodiesAfterTheOpening.size(), "one answer each, and none to what the body looks like");
        evening.bodiesAfterTheOpening.forEach(answer -> ClosedAnswers.assertShut("NOT_YET_OPEN", "early", answer));
    }

    @Test
    void aBodyThatComesAfterTheClosingComesAfterIt() {
        assertEquals(2, evening.bodiesAfterTheClosing.size());
        evening.bodiesAfterTheClosing.forEach(
                answer -> assertTrue(Set.of(422, 503).contains(answer.status()), answer::toString));
    }

    @Test
    void savedFormsAreNoUseBetweenTheWindowsNorAfterTheLast() {
        assertFalse(evening.replaysBetween.isEmpty());
        evening.replaysBetween.forEach(answer -> ClosedAnswers.assertShut("NOT_YET_OPEN", "between", answer));
        assertFalse(evening.replaysAfterTheEnd.isEmpty());
        evening.replaysAfterTheEnd.forEach(answer -> ClosedAnswers.assertShut("CLOSED", "after the end", answer));
    }

    @Test
    void aSavedFormIsNoUseWithTheCookiesOfSomebodyElse() {
        assertFalse(evening.replaysOfOthers.isEmpty());
        assertEquals(
                Set.of(403),
                evening.replaysOfOthers.stream().map(RawResponse::status).collect(Collectors.toSet()));
    }
}

package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.atOnce;
import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.jeongmun.acceptance.database.Outcomes.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Reservations in PostgreSQL")
class PostgresReservationsIT {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private HikariDataSource pool;
    private PostgresReservations reservations;

    @BeforeEach
    void open() {
        pool = TestDatabase.pool();
        reservations = new PostgresReservations(pool);
    }

    @AfterEach
    void close() {
        reservations.close();
        pool.close();
    }

    @Test
    void letAPersonWhoseHoldIsOverdueHoldAgain() throws Exception {
        Campaign campaign = Campaign.open(-1, 1, Duration.of(1, ChronoUnit.MICROS));
        SlotId first = campaign.slot(1, 1);
        SlotId second = campaign.slot(2, 1);
        PersonKey person = Campaign.somebody();
        Reservation before = done(reservations.hold(campaign.request(person, first)));

        Reservation after = done(reservations.hold(campaign.request(person, second)));

        assertTrue(!before.code().equals(after.code()));
        assertEquals(0, Campaign.taken(first));
        assertEquals(1, Campaign.taken(second));
    }

    @Test
    void moveAHoldToAnotherSlotAndKeepItWhereThatIsFull() throws Exception {
        Campaign campaign = Campaign.open();
        SlotId first = campaign.slot(1, 1);
        SlotId second = campaign.slot(2, 1);
        SlotId full = campaign.slot(3, 1);
        PersonKey person = Campaign.somebody();
        done(reservations.hold(campaign.request(Campaign.somebody(), full)));
        Reservation held = done(reservations.hold(campaign.request(person, first)));

        Reservation moved = done(reservations.hold(campaign.request(person, second)));
        ReservationOutcome refused = reservations.hold(campaign.request(person, full));

        assertEquals(held.code(), moved.code());
        assertEquals(second, moved.place().slot());
        assertEquals(0, Campaign.taken(first));
        assertEquals(RefusalReason.SLOT_FULL, reason(refused));
        assertEquals(1, Campaign.taken(second));
        assertEquals(
                first.value(),
                TestDatabase.number(
                        "SELECT left_slot_id FROM reservation WHERE code = ?",
                        moved.code().value()));
    }

    @Test
    void areFoundAndCancelledByCodeAndPhoneExactlyOnce() throws Exception {
        Campaign campaign = Campaign.open();
        SlotId slot = campaign.slot(1, 2);
        PersonKey person = Campaign.somebody();
        done(reservations.hold(campaign.request(Campaign.somebody(), slot)));
        Reservation held = done(reservations.hold(campaign.request(person, slot)));
        done(reservations.confirm(campaign.id(), person, Optional.empty()));

        assertEquals(
                held.code(), done(reservations.withCode(held.code(), person)).code());
        assertEquals(
                RefusalReason.NO_SUCH_RESERVATION, reason(reservations.withCode(held.code(), Campaign.somebody())));
        assertEquals(RefusalReason.NO_SUCH_RESERVATION, reason(reservations.cancel(held.code(), Campaign.somebody())));
        List<ReservationOutcome> answers = atOnce(8, () -> reservations.cancel(held.code(), person));
        answers.forEach(
                answer -> assertEquals(ReservationState.CANCELLED, done(answer).state()));
        assertEquals(1, Campaign.taken(slot), "whose place is somebody else's");
        assertEquals(RefusalReason.NO_SUCH_RESERVATION, reason(reservations.withCode(held.code(), person)));
        assertEquals(RefusalReason.NO_SUCH_RESERVATION, reason(reservations.cancel(held.code(), Campaign.somebody())));
    }

    @ParameterizedTest(name = "a window from {0} h to {1} h: {2}")
    @CsvSource({"1, 2, NOT_YET_YOUR_TIME", "-2, -1, YOUR_TIME_IS_OVER"})
    void areRefusedOutsideTheWindow(int opensIn, int closesIn, RefusalReason expected) throws Exception {
        Campaign campaign = Campaign.open(opensIn, closesIn, Duration.ofMinutes(5));
        SlotId slot = campaign.slot(1, 1);

        assertEquals(expected, reason(reservations.hold(campaign.request(Campaign.somebody(), slot))));
        assertEquals(0, Campaign.taken(slot));
    }

    @Test
    void areRefusedWhereTheSlotIsGoneOrThePortalIsShut() throws Exception {
        Campaign campaign = Campaign.open();
        SlotId begun = campaign.slot(campaign.window().opensAt(), 1);
        SlotId slot = campaign.slot(1, 1);

        assertEquals(RefusalReason.SLOT_GONE, reason(reservations.hold(campaign.request(Campaign.somebody(), begun))));
        TestDatabase.change("UPDATE portal_state SET maintenance_since = now(), maintenance_reason = 'test'");
        try {
            assertEquals(
                    RefusalReason.TRY_AGAIN_LATER,
                    reason(reservations.hold(campaign.request(Campaign.somebody(), slot))));
        } finally {
            TestDatabase.change("UPDATE portal_state SET maintenance_since = NULL, maintenance_reason = NULL");
        }
    }

    @Test
    void areLeftForLaterWhileTheDatabaseIsAway() throws Exception {
        Campaign campaign = Campaign.open();
        SlotId slot = campaign.slot(1, 1);
        pool.close();

        assertEquals(
                RefusalReason.TRY_AGAIN_LATER, reason(reservations.hold(campaign.request(Campaign.somebody(), slot))));
        assertEquals(
                RefusalReason.TRY_AGAIN_LATER,
                reason(reservations.confirm(campaign.id(), Campaign.somebody(), Optional.empty())));
        PersonKey person = Campaign.somebody();
        assertThrows(ReservationsAwayException.class, () -> reservations.activeOf(campaign.id(), person));
    }

    /* Half an hour before and after the two times that clocks in Berlin are changed next. */
    static Stream<Arguments> instantsInAnyZone() {
        ZoneRules berlin = ZoneId.of("Europe/Berlin").getRules();
        Instant first =
                berlin.nextTransition(Instant.now().plus(1, ChronoUnit.DAYS)).getInstant();
        Instant second = berlin.nextTransition(first).getInstant();
        return Stream.of(first, second)
                .flatMap(change -> Stream.of(change.minus(HALF_AN_HOUR), change.plus(HALF_AN_HOUR)))
                .flatMap(instant -> Stream.of("Europe/Berlin", "Asia/Seoul", "UTC")
                        .map(zone -> arguments(zone, instant.plus(123_456, ChronoUnit.MICROS))));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("instantsInAnyZone")
    void keepAnInstantInAnyZone(String zone, Instant startsAt) throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (HikariDataSource source = TestDatabase.pool();
                PostgresReservations here = new PostgresReservations(source)) {
            Campaign campaign = Campaign.open();
            Reservation held = done(here.hold(campaign.request(Campaign.somebody(), campaign.slot(startsAt, 1))));

            assertEquals(startsAt, held.place().startsAt());
            assertEquals(
                    TestDatabase.number(
                            "SELECT (extract(epoch FROM hold_expires_at) * 1000000)::bigint FROM reservation"
                                    + " WHERE code = ?",
                            held.code().value()),
                    ChronoUnit.MICROS.between(Instant.EPOCH, held.holdExpiresAt()));
        } finally {
            TimeZone.setDefault(before);
        }
    }
}

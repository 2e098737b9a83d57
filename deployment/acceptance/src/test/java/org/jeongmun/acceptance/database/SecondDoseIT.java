package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.atOnce;
import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.jeongmun.acceptance.database.Outcomes.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A second dose")
class SecondDoseIT {
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
    void isBookedWithTheFirstOnTheBestDayAndGoesWithIt() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 40, 1);
        supplied.twice(21, 28, 35);
        SlotId first = supplied.slots().get(0);
        PersonKey person = Campaign.somebody();

        Reservation held = done(reservations.hold(supplied.campaign().request(person, first)));

        Reservation.Place second = held.second().orElseThrow();
        assertEquals(28, ChronoUnit.DAYS.between(held.place().startsAt(), second.startsAt()));
        assertEquals(held.place().clinic(), second.clinic());
        assertEquals(2, supplied.sum("taken"));
        Reservation moved = done(reservations.hold(
                supplied.campaign().request(person, supplied.slots().get(1))));
        assertEquals(held.code(), moved.code());
        assertEquals(
                28,
                ChronoUnit.DAYS.between(
                        moved.place().startsAt(), moved.second().orElseThrow().startsAt()));
        assertEquals(2, supplied.sum("taken"));
        assertEquals(
                moved.second(),
                done(reservations.confirm(supplied.campaign().id(), person, Optional.empty()))
                        .second());
        done(reservations.cancel(moved.code(), person));
        assertEquals(0, supplied.sum("taken"));
    }

    @Test
    void isAtTheNearestClinicOfTheSameProvinceWhereTheFirstIsFull() throws Exception {
        Supplied supplied = Supplied.open()
                .clinic("a", Supplied.SEOUL, 1, 5)
                .clinic("far", Supplied.SEOUL, 30, 1)
                .clinic("near", Supplied.SEOUL, 30, 1)
                .clinic("jeju", Supplied.JEJU, 30, 1);
        supplied.twice(21, 28, 29);
        String name = supplied.campaign().id().value();
        // Where no other test has clinics: those of two hundred are looked at.
        TestDatabase.change("UPDATE clinic SET latitude = 34.5 WHERE id = ?", name + "-a");
        TestDatabase.change("UPDATE clinic SET latitude = 34.9 WHERE id = ?", name + "-far");
        TestDatabase.change("UPDATE clinic SET latitude = 34.51 WHERE id = ?", name + "-near");
        TestDatabase.change("UPDATE clinic SET sigungu = '강남구', latitude = 34.5 WHERE id = ?", name + "-jeju");

        Reservation held = done(ask(supplied, supplied.slots().get(0)));

        assertEquals(name + "-near", held.second().orElseThrow().clinic().value());
    }

    @Test
    void thatHasNoPlaceLeavesTheFirstFree() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 10, 1).clinic("b", Supplied.JEJU, 40, 1);
        supplied.twice(21, 28, 35);

        ReservationOutcome refused = ask(supplied, supplied.slots().get(0));

        assertEquals(RefusalReason.NO_SECOND_PLACE, reason(refused));
        assertEquals(0, supplied.sum("taken"));
        assertEquals(0, supplied.booked());
    }

    @Test
    void isTakenTogetherWithTheFirstOrNotAtAllByManyAtOnce() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 1, 100);
        String clinic = supplied.campaign().id().value() + "-a";
        supplied.slot(clinic, 27, 7);
        supplied.slot(clinic, 28, 9);
        supplied.slot(clinic, 30, 5);
        supplied.twice(21, 28, 35);
        SlotId first = supplied.slots().get(0);

        List<ReservationOutcome> outcomes = atOnce(120, () -> ask(supplied, first));

        assertEquals(
                21,
                outcomes.stream()
                        .filter(ReservationOutcome.Done.class::isInstance)
                        .count());
        assertEquals(
                99,
                outcomes.stream()
                        .filter(outcome -> reason(outcome) == RefusalReason.NO_SECOND_PLACE)
                        .count());
        assertEquals(21, Campaign.taken(first));
        assertEquals(42, supplied.sum("taken"));
        assertEquals(
                0,
                TestDatabase.number(
                        "SELECT count(*) FROM reservation WHERE second_slot_id IS NULL AND slot_id = ?",
                        first.value()));
    }

    @Test
    void isRefusedToWhoeverWritesOneDoseOrAWrongDay() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 40, 1);
        supplied.twice(21, 28, 35);
        long first = supplied.slots().get(0).value();

        assertEquals("JM010", refusal(supplied, first, null));
        assertEquals("JM010", refusal(supplied, first, supplied.slots().get(20).value()));
        assertEquals("JM010", refusal(supplied, first, supplied.slots().get(36).value()));
        assertEquals(0, supplied.sum("taken"));
    }

    private static String refusal(Supplied supplied, long first, Long second) throws SQLException {
        try (Connection portal = TestDatabase.portal()) {
            return assertThrows(
                            SQLException.class,
                            () -> TestDatabase.execute(
                                    portal,
                                    "INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id,"
                                            + " second_slot_id) VALUES (gen_random_uuid()::text, ?, 'x', ?, ?, ?, ?::bigint)",
                                    supplied.campaign().id().value(),
                                    supplied.campaign().window().cohort().value(),
                                    supplied.campaign().window().id().value(),
                                    first,
                                    second))
                    .getSQLState();
        }
    }

    private ReservationOutcome ask(Supplied supplied, SlotId slot) {
        return reservations.hold(supplied.campaign().request(Campaign.somebody(), slot));
    }
}

package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.atOnce;
import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.jeongmun.acceptance.database.Outcomes.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.launcher.supply.Allotment.Allotted;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.supply.Release;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The supply of slots")
class SupplyIT {
    private static final int CROWD = 200;

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
    void isAllottedEvenlyAndExactlyAndDoneTwiceIsDoneOnce() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 5, 10).clinic("b", Supplied.JEJU, 5, 2);

        Allotted first = supplied.releases(new Release(Supplied.soon(-1_000), 43));
        Allotted again = supplied.allot();

        assertEquals(List.of(), first.missing());
        assertEquals(List.of(), again.lines());
        assertEquals(43, supplied.sum("released"));
        assertEquals(43, supplied.released());
        assertEquals(33, supplied.releasedAt("a"));
        assertEquals(10, supplied.releasedAt("b"));
        assertEquals(
                43,
                TestDatabase.number(
                        "SELECT sum(r.places) FROM slot_release r JOIN supply_change c"
                                + " ON c.id = r.change_id WHERE c.pool_id = ?",
                        supplied.pool().value()));
    }

    @Test
    void isAllottedByProvinceOrNotAtAllWhereThereIsNoRoom() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 5, 10).clinic("b", Supplied.JEJU, 5, 2);
        Release fits =
                new Release(Supplied.soon(-1_000), 12, new TreeMap<>(Map.of(Supplied.SEOUL, 2L, Supplied.JEJU, 10L)));
        Release tooMuch = new Release(Supplied.soon(0), 49);

        Allotted allotted = supplied.releases(fits, tooMuch);

        assertEquals(10, supplied.releasedAt("b"));
        assertEquals(12, supplied.sum("released"));
        assertEquals(1, allotted.missing().size(), allotted::toString);
        assertTrue(allotted.missing().get(0).contains("have room for 48"), allotted::toString);
    }

    @Test
    void isNoneWhereNothingWasAllottedAndNobodyElseSuffersForWhoAsksThere() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 1, 10);
        supplied.releases(new Release(Supplied.soon(-1_000), 5));
        SlotId allotted = supplied.slots().get(0);
        SlotId without = supplied.slot(supplied.campaign().id().value() + "-a", 1, 10);

        Map<Integer, String> told = Wish.hold(List.of(
                new Wish(supplied.campaign(), Campaign.somebody(), without),
                new Wish(supplied.campaign(), Campaign.somebody(), allotted)));

        assertEquals(Map.of(2, "HELD"), told);
        assertEquals(
                RefusalReason.SLOT_FULL,
                reason(reservations.hold(supplied.campaign().request(Campaign.somebody(), without))));
    }

    @Test
    void isTakenToTheLastPlaceAtEachReleaseAndNothingEarly() throws Exception {
        Supplied supplied = Supplied.open();
        for (int clinic = 0; clinic < 4; clinic++) {
            supplied.clinic("c" + clinic, Supplied.SEOUL, 5, 10);
        }
        Instant first = Supplied.soon(1_500);
        Instant farOff = Supplied.soon(3_600_000);
        supplied.releases(new Release(first, 57), new Release(farOff, 43));
        long released = supplied.released();
        // A machine that stands still may be late; too early it is never.
        assertTrue(released == 0 || !Supplied.soon(0).isBefore(first), () -> released + " are released");

        crowd(supplied, first, 57);
        assertEquals(57, supplied.booked());
        assertEquals(57, supplied.sum("taken"));
        Instant second = Supplied.soon(1_500);
        supplied.releases(new Release(first, 57), new Release(second, 43));
        crowd(supplied, second, 100);
        assertEquals(100, supplied.booked());
        assertEquals(100, supplied.sum("taken"));
        assertEquals(100, supplied.sum("released"));
        String earliest = "SELECT count(*) FROM (SELECT created_at, row_number() OVER (ORDER BY created_at) AS number"
                + " FROM reservation WHERE campaign_id = ?) r WHERE created_at < CASE WHEN number <= 57"
                + " THEN ?::timestamptz ELSE ?::timestamptz END";
        assertEquals(
                0,
                TestDatabase.number(earliest, supplied.campaign().id().value(), first.toString(), second.toString()));
    }

    /** As many as want a place go on asking, from before the release on, until all of it is gone. */
    private void crowd(Supplied supplied, Instant release, int booked) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<Boolean>> everybody =
                new ArrayList<>(Collections.nCopies(CROWD, () -> asksUntil(over, supplied)));
        everybody.add(() -> {
            try {
                Awaitility.await("all places to go")
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() ->
                                supplied.booked() >= booked && Supplied.soon(0).isAfter(release));
                return true;
            } finally {
                over.set(true);
            }
        });
        atOnce(everybody);
    }

    private boolean asksUntil(AtomicBoolean over, Supplied supplied) {
        PersonKey person = Campaign.somebody();
        List<SlotId> slots = supplied.slots();
        for (int i = 0; !over.get(); i++) {
            SlotId slot = slots.get(Math.floorMod(person.hashCode() + i, slots.size()));
            if (reservations.hold(supplied.campaign().request(person, slot)) instanceof ReservationOutcome.Done) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isTakenBackWhereItsReleaseIsChangedBeforeItsInstant() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 5, 10);
        supplied.releases(new Release(Supplied.soon(-1_000), 5), new Release(Supplied.soon(3_600_000), 20));
        Instant later = Supplied.soon(7_200_000);

        supplied.releases(new Release(release(supplied), 5), new Release(later, 30));

        assertEquals(35, supplied.sum("released"));
        assertEquals(5, supplied.released());
        assertEquals(
                1,
                TestDatabase.number(
                        "SELECT count(*) FROM pool_lot WHERE pool_id = ? AND withdrawn_at IS NOT NULL",
                        supplied.pool().value()));
        assertEquals(
                1,
                TestDatabase.number(
                        "SELECT count(*) FROM pool_release WHERE pool_id = ? AND dropped_in IS NOT NULL",
                        supplied.pool().value()));
    }

    private static Instant release(Supplied supplied) throws SQLException {
        long micros = TestDatabase.number(
                "SELECT (extract(epoch FROM min(at)) * 1000000)::bigint FROM pool_release WHERE pool_id = ?",
                supplied.pool().value());
        return Instant.EPOCH.plusNanos(1_000 * micros);
    }

    @Test
    void comesBackWhenSomebodyCancelsAndGoesToTheSamePool() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 1, 3);
        supplied.releases(new Release(Supplied.soon(-1_000), 1));
        SlotId slot = supplied.slots().get(0);
        PersonKey person = Campaign.somebody();
        var held = done(reservations.hold(supplied.campaign().request(person, slot)));

        assertEquals(RefusalReason.SLOT_FULL, reason(ask(supplied, slot)));
        done(reservations.cancel(held.code(), person));

        assertEquals(0, supplied.sum("taken"));
        done(ask(supplied, slot));
        assertEquals(RefusalReason.SLOT_FULL, reason(ask(supplied, slot)));
        assertEquals(1, supplied.sum("taken"));
        assertEquals(1, supplied.sum("released"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "UPDATE slot SET released = capacity",
                "UPDATE slot_supply SET taken = 0",
                "INSERT INTO slot_release SELECT 1, id, 1, now(), 1 FROM slot",
                "SELECT take_place(1, 1)",
                "UPDATE booking_window SET share_id = NULL",
                "DELETE FROM supply_change",
                "UPDATE vaccine SET doses = 1"
            })
    void isNotThePortalsToChange(String statement) throws SQLException {
        try (Connection portal = TestDatabase.portal()) {
            SQLException refused = assertThrows(SQLException.class, () -> TestDatabase.execute(portal, statement));
            assertEquals("42501", refused.getSQLState(), statement);
        }
    }

    private ReservationOutcome ask(Supplied supplied, SlotId slot) {
        return reservations.hold(supplied.campaign().request(Campaign.somebody(), slot));
    }
}

package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.atOnce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.supply.Move;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.supply.Release;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is unsold")
class UnsoldIT {
    private static final Move.Side ANYWHERE = new Move.Side(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of 50 places 15 are moved: so many people leave enough of them. */
    private static final int WHILE_IT_IS_MOVED = 30;

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
    void isMovedExactlyWhilePeopleBook() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 5, 20).clinic("b", Supplied.JEJU, 5, 20);
        supplied.releases(
                new Release(Supplied.soon(-1_000), 60, new TreeMap<>(Map.of(Supplied.SEOUL, 50L, Supplied.JEJU, 10L))));
        Move.Side seoul = new Move.Side(Optional.of(Supplied.SEOUL), Optional.empty(), Optional.empty());
        Move.Side jeju = new Move.Side(Optional.of(Supplied.JEJU), Optional.empty(), Optional.empty());
        AtomicInteger come = new AtomicInteger();
        CountDownLatch moved = new CountDownLatch(1);

        List<Boolean> places = atOnce(101, () -> {
            int number = come.getAndIncrement();
            if (number == 0) {
                try {
                    return supplied.move(seoul, jeju, OptionalLong.of(15)) == 15;
                } finally {
                    moved.countDown();
                }
            }
            // More at once could buy what is to be moved before a slow machine has moved it.
            if (number > WHILE_IT_IS_MOVED) {
                moved.await();
            }
            return books(supplied);
        });

        assertEquals(101, places.size());
        assertEquals(60, supplied.released());
        assertEquals(60, supplied.sum("released"));
        assertEquals(25, supplied.releasedAt("b"));
        assertEquals(supplied.booked(), supplied.sum("taken"));
        assertTrue(supplied.booked() <= 60);
        assertEquals(
                0,
                TestDatabase.number(
                        "SELECT count(*) FROM supply_now WHERE pool_id = ? AND taken > released",
                        supplied.pool().value()));
    }

    private boolean books(Supplied supplied) {
        PersonKey person = Campaign.somebody();
        List<SlotId> slots = supplied.slots();
        for (int i = 0; i < slots.size(); i++) {
            SlotId slot = slots.get(Math.floorMod(person.hashCode() + i, slots.size()));
            if (reservations.hold(supplied.campaign().request(person, slot)) instanceof ReservationOutcome.Done) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isNotMovedBeyondWhatIsUnsoldOrWhatThereIsRoomFor() throws Exception {
        Supplied supplied = Supplied.open().clinic("a", Supplied.SEOUL, 1, 5).clinic("b", Supplied.JEJU, 1, 2);
        supplied.releases(new Release(Supplied.soon(-1_000), 4, new TreeMap<>(Map.of(Supplied.SEOUL, 4L))));
        Move.Side jeju = new Move.Side(Optional.of(Supplied.JEJU), Optional.empty(), Optional.empty());

        assertThrows(CommandFailure.class, () -> supplied.move(ANYWHERE, jeju, OptionalLong.of(5)));
        assertThrows(CommandFailure.class, () -> supplied.move(ANYWHERE, jeju, OptionalLong.of(3)));
        assertEquals(2, supplied.move(ANYWHERE, jeju, OptionalLong.of(2)));
        assertEquals(4, supplied.released());
        assertEquals(2, supplied.releasedAt("b"));
    }
}

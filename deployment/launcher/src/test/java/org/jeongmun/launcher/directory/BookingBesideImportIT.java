package org.jeongmun.launcher.directory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Changing slots while people book them")
class BookingBesideImportIT {
    private static final LocalDate DAY = LocalDate.of(2099, 7, 27);
    private static final String SLOT_FULL = "JM002";
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted";

    @TempDir
    private static Path data;

    private static ScratchDirectory directory;

    @BeforeAll
    static void start() throws SQLException {
        directory = new ScratchDirectory(data);
    }

    @AfterAll
    static void stop() throws SQLException {
        directory.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        directory.empty();
    }

    @Test
    void waitsForABookingInTheOrderInWhichBookingsLock() throws Exception {
        seed(2, 1, 10);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection portal = directory.portal();
                Connection observer = directory.portal()) {
            portal.setAutoCommit(false);
            ScratchDirectory.take(portal, "first", clinic(0, 2));
            Future<?> change = thread.submit(() -> {
                seed(2, 1, 0);
                return null;
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> new Tables(observer).number(WAITING) > 0);
            // Whoever had locked this slot before the one that is taken would now wait for us, and we for them.
            ScratchDirectory.take(portal, "second", clinic(1, 2));
            portal.commit();
            change.get();
        } finally {
            thread.shutdownNow();
        }
        assertEquals(
                List.of("0 0 30", "1 1 2"),
                directory.rows("SELECT capacity, taken, count(*) FROM slot GROUP BY 1, 2 ORDER BY 1"));
    }

    @Test
    void neitherOversellsNorDeadlocksWithPeopleWhoBookAndMove() throws Exception {
        int clinics = 8;
        int people = 400;
        seed(clinics, 1, 10);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> bookings = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                bookings.add(threads.submit(booking(part, people / 4, clinics)));
            }
            int capacity = 3;
            // Each round changes every slot.
            while (bookings.stream().anyMatch(booking -> !booking.isDone())) {
                seed(clinics, 1, capacity);
                capacity = 13 - capacity;
            }
            int taken = 0;
            for (Future<Integer> booking : bookings) {
                taken += booking.get();
            }
            assertEquals(List.of(taken + " " + taken), directory.rows("""
                    SELECT (SELECT sum(taken) FROM slot),
                           (SELECT count(*) FROM reservation WHERE state = 'HELD')"""));
            assertTrue(taken > 0);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * People who each take a place, and every second of whom moves to the clinic before, against the order of locks.
     */
    private static Callable<Integer> booking(int part, int people, int clinics) {
        return () -> {
            int taken = 0;
            try (Connection portal = directory.portal()) {
                for (int person = 0; person < people; person++) {
                    String name = part + "-" + person;
                    if (isDone(() -> ScratchDirectory.take(portal, name, clinic(name.hashCode(), clinics)))) {
                        taken++;
                        isDone(() ->
                                new Tables(portal).execute("""
                                UPDATE reservation SET slot_id = (SELECT min(id) FROM slot WHERE clinic_id = '%s')
                                WHERE person_key = '%s'""".formatted(clinic(name.hashCode() * 7, clinics), name)));
                    }
                }
            }
            return taken;
        };
    }

    /** @return false when the slot was full; a deadlock is thrown */
    private static boolean isDone(Booking booking) throws SQLException {
        try {
            booking.make();
            return true;
        } catch (SQLException refused) {
            if (SLOT_FULL.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    private static String clinic(int number, int clinics) {
        return "synthetic-%06d".formatted(1 + Math.floorMod(number, clinics));
    }

    private static void seed(int clinics, int days, int capacity) throws SQLException {
        Seeding.fill(directory.owner(), clinics, days, capacity, DAY, new Progress());
    }

    private interface Booking {
        void make() throws SQLException;
    }
}

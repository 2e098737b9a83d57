package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jeongmun.launcher.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Seeding")
class SeedingIT {
    private static final LocalDate DAY = LocalDate.of(2099, 7, 27);
    private static final String SLOT_FULL = "JM002";

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

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
    void fillsAllSidoAndDistricts() throws SQLException {
        seed(300, 2, 5);
        assertEquals(
                List.of("300 17 229"),
                directory.rows("SELECT count(*), count(DISTINCT sido), count(DISTINCT (sido, sigungu)) FROM clinic"));
        assertEquals(
                List.of("9600 9600 48000"),
                directory.rows("SELECT count(*), count(DISTINCT (clinic_id, starts_at)), sum(capacity) FROM slot"));
    }

    @Test
    void againUpdatesInsteadOfDoubling() throws SQLException {
        seed(20, 1, 5);
        List<String> before = directory.rows("SELECT id, clinic_id, starts_at FROM slot ORDER BY id");
        seed(20, 1, 7);
        assertEquals(before, directory.rows("SELECT id, clinic_id, starts_at FROM slot ORDER BY id"));
        assertEquals(List.of("7"), directory.rows("SELECT DISTINCT capacity FROM slot"));
        seed(25, 1, 7);
        assertEquals(List.of("25"), directory.rows("SELECT count(*) FROM clinic"));
    }

    @Test
    void andImportingItsFilesIsTheSame() throws Exception {
        seed(40, 2, 5);
        String all = "SELECT c.*, s.starts_at, s.ends_at, s.vaccine, s.capacity FROM clinic c JOIN slot s"
                + " ON s.clinic_id = c.id ORDER BY c.id, s.starts_at";
        List<String> seeded = directory.rows(all);
        directory.empty();
        new SyntheticFiles(folder, new Progress()).write(new SyntheticClinics(40), new SyntheticSlots(DAY, 2, 5));
        importOf(folder.resolve("clinics.csv")).clinics(directory.owner());
        importOf(folder.resolve("slots.csv")).slots(directory.owner());
        assertEquals(seeded, directory.rows(all));
    }

    @Test
    void goesOnBesidePeopleWhoBook() throws Exception {
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

    /** People who each take a place, and every second of whom moves to the clinic before, against the order of locks. */
    private static Callable<Integer> booking(int part, int people, int clinics) {
        return () -> {
            int taken = 0;
            try (Connection portal = directory.portal()) {
                for (int person = 0; person < people; person++) {
                    String name = part + "-" + person;
                    if (isDone(() -> ScratchDirectory.take(portal, name, clinic(name.hashCode(), clinics)))) {
                        taken++;
                        isDone(() -> Sql.execute(portal, """
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

    private static CsvImport importOf(Path file) {
        assertTrue(Files.exists(file));
        return new CsvImport(file, new Progress(), line -> {}, line -> {});
    }

    private static void seed(int clinics, int days, int capacity) throws SQLException {
        Seeding.fill(directory.owner(), clinics, days, capacity, DAY, new Progress());
    }

    private interface Booking {
        void make() throws SQLException;
    }
}

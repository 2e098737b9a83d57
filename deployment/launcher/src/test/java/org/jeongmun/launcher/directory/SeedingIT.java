package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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

    private static CsvImport importOf(Path file) {
        assertTrue(Files.exists(file));
        return new CsvImport(file, new Progress(), line -> {}, line -> {});
    }

    private static void seed(int clinics, int days, int capacity) throws SQLException {
        Seeding.fill(directory.owner(), clinics, days, capacity, DAY, new Progress());
    }
}

package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An import")
class CsvImportIT {
    private static final String CLINICS = "clinic_id,name,sido,sigungu,address,phone,latitude,longitude\n";
    private static final String SLOTS = "clinic_id,starts_at,ends_at,vaccine,capacity\n";
    private static final String STORED =
            "SELECT clinic_id, starts_at AT TIME ZONE 'Asia/Seoul', vaccine, capacity, taken"
                    + " FROM slot ORDER BY clinic_id, starts_at, vaccine";

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private static ScratchDirectory directory;

    private final List<String> refused = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

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
    void addsWhatIsNewAndTellsTheNodes() throws Exception {
        long before = version();
        importClinics(
                CLINICS + clinic("c1", "가온의원") + "c2,\"누리\n의원\",세종특별자치시,,\"가람로 1, \"\"2\"\"층\",044-0,36.5,127.2\n");
        importSlots(("\uFEFF" + SLOTS + slot("c1", "09:00", 10) + slot("c2", "09:00+00:00", 3)).replace("\n", "\r\n"));
        assertEquals(
                List.of("c1 가온의원 중구 가람로 1", "c2 누리 의원  가람로 1, \"2\"층"),
                directory.rows("SELECT id, name, sigungu, address FROM clinic ORDER BY id"));
        assertEquals(List.of("c1 2099-07-26 09:00:00 M 10 0", "c2 2099-07-26 18:00:00 M 3 0"), directory.rows(STORED));
        assertEquals(before + 2, version());
    }

    @Test
    void updatesWhatIsThereAndLeavesTheRestAlone() throws Exception {
        importClinics(CLINICS + clinic("c1", "가온의원") + clinic("c2", "누리의원") + clinic("c3", "다온의원"));
        importSlots(SLOTS + slot("c1", "09:00", 10) + slot("c1", "09:30", 10) + slot("c2", "09:00", 10));
        List<String> ids = directory.rows("SELECT id, clinic_id, starts_at FROM slot ORDER BY id");
        List<String> untouched = directory.rows("SELECT xmin FROM slot WHERE clinic_id = 'c2'");
        importClinics(CLINICS + clinic("c2", "누리내과의원") + clinic("c1", "가온의원"));
        importSlots(SLOTS + slot("c2", "09:00", 10) + slot("c1", "09:30", 4));
        assertEquals(
                List.of("c1 가온의원", "c2 누리내과의원", "c3 다온의원"), directory.rows("SELECT id, name FROM clinic ORDER BY id"));
        assertEquals(
                List.of(
                        "c1 2099-07-26 09:00:00 M 10 0",
                        "c1 2099-07-26 09:30:00 M 4 0",
                        "c2 2099-07-26 09:00:00 M 10 0"),
                directory.rows(STORED));
        assertEquals(ids, directory.rows("SELECT id, clinic_id, starts_at FROM slot ORDER BY id"));
        assertEquals(
                untouched,
                directory.rows("SELECT xmin FROM slot WHERE clinic_id = 'c2'"),
                "what is the same is not written again");
    }

    @Test
    void ofThreeBrokenLinesIsRefusedWholeAndNamesAllThree() throws Exception {
        importClinics(CLINICS + clinic("c1", "가온의원"));
        long before = version();
        String file = SLOTS
                + slot("c1", "09:00", 10)
                + slot("c1", "09:30", -1)
                + slot("c9", "09:00", 10)
                + slot("c1", "10:00", 10)
                + slot("c1", "09:00", 7);
        CommandFailure failure = assertThrows(CommandFailure.class, () -> importSlots(file));
        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
        assertTrue(failure.getMessage().contains("3 line(s) refused and nothing imported"), failure.getMessage());
        assertEquals(
                List.of(
                        "line 3: capacity must be a whole number from 0 to 100000",
                        "line 4: clinic_id is none that the portal has: import its clinic first",
                        "line 6: clinic_id, starts_at and vaccine are those of line 2, and each slot may be there once"),
                refused);
        assertEquals(List.of(), directory.rows(STORED));
        assertEquals(before, version());
    }

    @Test
    void ofAClinicTwiceIsRefused() throws Exception {
        String file = CLINICS + clinic("c1", "가온의원") + clinic("c2", "누리의원") + clinic("c1", "가온의원");
        assertThrows(CommandFailure.class, () -> importClinics(file));
        assertEquals(List.of("line 4: clinic_id is that of line 2, and each may be there once"), refused);
        assertEquals(List.of(), directory.rows("SELECT id FROM clinic"));
    }

    @Test
    void takesOneMomentWrittenInTwoWaysForOneSlot() throws Exception {
        importClinics(CLINICS + clinic("c1", "가온의원"));
        String file = SLOTS + slot("c1", "09:00", 10) + slot("c1", "00:00Z", 10);
        assertThrows(CommandFailure.class, () -> importSlots(file));
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).startsWith("line 3: "), refused.get(0));
    }

    @Test
    void neverTakesAPlaceAwayFromSomebody() throws Exception {
        importClinics(CLINICS + clinic("c1", "가온의원"));
        importSlots(SLOTS + slot("c1", "09:00", 10) + slot("c1", "09:30", 10));
        try (Connection portal = directory.portal()) {
            ScratchDirectory.take(portal, "a", "c1");
            ScratchDirectory.take(portal, "b", "c1");
        }
        for (int again = 0; again < 2; again++) {
            kept.clear();
            importSlots(SLOTS + slot("c1", "09:30", 0) + slot("c1", "09:00", 1));
            assertEquals(
                    List.of("line 3: capacity 1 is less than the 2 places that are taken or allotted; the slot has 2"),
                    kept);
            assertEquals(
                    List.of("c1 2099-07-26 09:00:00 M 2 2", "c1 2099-07-26 09:30:00 M 0 0"), directory.rows(STORED));
        }
    }

    @Test
    void leavesTheConnectionUsableWhenTheFileCannotBeRead() throws Exception {
        Path file = Files.writeString(folder.resolve("clinics.csv"), CLINICS);
        CsvImport clinics = importOf(file);
        Files.delete(file);
        CommandFailure failure = assertThrows(CommandFailure.class, () -> clinics.clinics(directory.owner()));
        assertEquals(ExitCode.NOT_THERE, failure.exitCode());
        assertEquals(List.of("1"), directory.rows("SELECT 1"));
        assertThrows(CommandFailure.class, () -> importOf(file));
    }

    private void importClinics(String text) throws IOException, SQLException {
        importOf(Files.writeString(folder.resolve("clinics.csv"), text)).clinics(directory.owner());
    }

    private void importSlots(String text) throws IOException, SQLException {
        importOf(Files.writeString(folder.resolve("slots.csv"), text)).slots(directory.owner());
    }

    private CsvImport importOf(Path file) {
        return new CsvImport(file, new Progress(), refused::add, kept::add);
    }

    private static long version() throws SQLException {
        return new Tables(directory.owner()).number("SELECT directory_version FROM portal_state");
    }

    private static String clinic(String id, String name) {
        return "%s,%s,서울특별시,중구,가람로 1,02-0000-0001,37.56,126.99\n".formatted(id, name);
    }

    private static String slot(String clinic, String time, int capacity) {
        return "%s,2099-07-26T%s,2099-07-27T09:00,M,%d\n".formatted(clinic, time, capacity);
    }
}

package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jeongmun.launcher.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A CSV file")
class CsvFileTest {
    private static final String CLINICS = "clinic_id,name,sido,sigungu,address,phone,latitude,longitude\n";
    private static final String SLOTS = "clinic_id,starts_at,ends_at,vaccine,capacity\n";
    private static final String CLINIC = "c1,가온의원,서울특별시,중구,\"가람로 1, 2층\",02-0000-0001,37.5,127\n";
    private static final String SLOT = "c1,2021-07-26T09:00,2021-07-26T09:30,M,10\n";

    @TempDir
    private Path folder;

    private final RowsInMemory<ClinicRow> clinics = new RowsInMemory<>();
    private final RowsInMemory<SlotRow> slots = new RowsInMemory<>();

    @ParameterizedTest(name = "of clinics: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                ",가온의원,서울특별시,중구,가람로 1,02-1,37.5,127 | clinic_id must be 1 to 64 letters",
                "c 1,가온의원,서울특별시,중구,가람로 1,02-1,37.5,127 | clinic_id must be 1 to 64 letters",
                "C1,가온의원,서울특별시,중구,가람로 1,02-1,37.5,127 | clinic_id must be 1 to 64 letters",
                "c1,,서울특별시,중구,가람로 1,02-1,37.5,127 | name is empty",
                "c1,  ,서울특별시,중구,가람로 1,02-1,37.5,127 | name is empty",
                "c1,가온의원,,중구,가람로 1,02-1,37.5,127 | sido is empty",
                "c1,가온의원,서울특별시,,가람로 1,02-1,37.5,127 | sigungu is empty, and only Sejong has none",
                "c1,가온의원,세종특별자치시,중구,가람로 1,02-1,37.5,127 | sigungu must be empty, as Sejong has none",
                "c1,가온의원,서울특별시,중구,,02-1,37.5,127 | address is empty",
                "c1,가온의원,서울특별시,중구,가람로 1,,37.5,127 | phone must be 3 to 30 digits",
                "c1,가온의원,서울특별시,중구,가람로 1,call me,37.5,127 | phone must be 3 to 30 digits",
                "c1,가온의원,서울특별시,중구,가람로 1,02-1,127,37.5 | latitude must be a number from -90 to 90",
                "c1,가온의원,서울특별시,중구,가람로 1,02-1,37.5,NaN | longitude must be a number from -180 to 180",
                "c1,가온의원,서울특별시,중구,가람로 1,02-1,0x1p3,127 | latitude must be a number from -90 to 90",
                "c1,가온의원,서울특별시,중구,가람로 1,02-1,,127 | latitude must be a number from -90 to 90",
                "c1,가온의원,서울특별시,중구,가람로 1,02-1,37.5 | has 7 fields instead of 8",
                "c1,가온의원,서울특별시,중구,가람로, 1,02-1,37.5,127 | has 9 fields instead of 8",
                "c1,가\u0007온,서울특별시,중구,가람로 1,02-1,37.5,127 | name has control characters",
                "c1,가\u0000온,서울특별시,중구,가람로 1,02-1,37.5,127 | name has control characters",
                "c1,가\u202e온,서울특별시,중구,가람로 1,02-1,37.5,127 | name has control characters",
                "c1,\"가\"온,서울특별시,중구,가람로 1,02-1,37.5,127 | its quotes are broken",
                "c1,\"가온,서울특별시,중구,가람로 1,02-1,37.5,127 | its quotes are broken"
            },
            quoteCharacter = '`')
    void refusesALineByNumberAndReason(String line, String reason) throws Exception {
        Map<Long, String> faults = read(CLINICS + CLINIC + line + "\nc2" + CLINIC.substring(2), true);
        assertEquals(Set.of(3L), faults.keySet());
        assertTrue(faults.get(3L).startsWith(reason), faults.get(3L));
        assertEquals(Set.of(2L, 4L), clinics.rows.keySet(), "the lines around it are read");
    }

    @ParameterizedTest(name = "of slots: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "c/1,2021-07-26T09:00,2021-07-26T09:30,M,10 | clinic_id must be 1 to 64 letters",
                "c1,yesterday,2021-07-26T09:30,M,10 | starts_at must be a time",
                "c1,2021-07-26T09:00,2021-02-30T09:30,M,10 | ends_at must be a time",
                "c1,2021-07-26T09:00,2021-07-26T09:00,M,10 | ends_at must be after starts_at",
                "c1,2021-07-26T09:00,2021-07-26T09:30+10:00,M,10 | ends_at must be after starts_at",
                "c1,2021-07-26T09:00,2021-07-27T09:00:01,M,10 | ends_at must be within 24 hours of starts_at",
                "c1,2021-07-26T09:00,2021-07-26T09:30,,10 | vaccine is empty",
                "c1,2021-07-26T09:00,2021-07-26T09:30,M,-1 | capacity must be a whole number from 0 to 100000",
                "c1,2021-07-26T09:00,2021-07-26T09:30,M,1.5 | capacity must be a whole number from 0 to 100000",
                "c1,2021-07-26T09:00,2021-07-26T09:30,M,100001 | capacity must be a whole number from 0 to 100000",
                "c1,2021-07-26T09:00,2021-07-26T09:30,M,99999999999 | capacity must be a whole number",
                "c1,2021-07-26T09:00,2021-07-26T09:30,M,١ | capacity must be a whole number",
                "c1,x,y,,z | starts_at must be a time",
                "c1 | has 1 fields instead of 5"
            })
    void refusesASlotByNumberAndReason(String line, String reason) throws Exception {
        Map<Long, String> faults = read(SLOTS + SLOT + line + "\n" + SLOT, false);
        assertEquals(Set.of(3L), faults.keySet());
        assertTrue(faults.get(3L).startsWith(reason), faults.get(3L));
        assertEquals(Set.of(2L, 4L), slots.rows.keySet(), "the lines around it are read");
    }

    @Test
    void namesEveryFaultOfALineAndNothingThatIsInIt() throws Exception {
        String fault =
                read(SLOTS + "s3cret!,s3cret,2021-07-26T09:30,,s3cret\n", false).get(2L);
        assertEquals(4, fault.split("; ").length, fault);
        assertTrue(!fault.contains("s3cret"), fault);
    }

    @ParameterizedTest(name = "may not begin with {0}")
    @ValueSource(strings = {"", "c1,a,b", "clinic_id;starts_at;ends_at;vaccine;capacity", "clinic_id,starts_at"})
    void needsItsHeader(String first) throws Exception {
        assertEquals(Map.of(1L, "the header must be clinic_id,starts_at,ends_at,vaccine,capacity"), read(first, false));
    }

    @ParameterizedTest(name = "has lines that end with CR LF, LF or CR ({index})")
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void mayEndItsLinesInAnyWay(String end) throws Exception {
        String text = CLINICS + CLINIC + "\n" + "c2,\"가온\n의원\",서울특별시,중구,\"산들로 \"\"1\"\"\",02-1,37,127\n" + "broken\n";
        assertEquals(Set.of(6L), read(text.replace("\n", end), true).keySet());
        assertEquals(Set.of(2L, 4L), clinics.rows.keySet());
        assertEquals("가온 의원", clinics.rows.get(4L).name());
        assertEquals("산들로 \"1\"", clinics.rows.get(4L).address());
    }

    @Test
    void mayBeginWithAByteOrderMarkAndEndWithoutALineEnd() throws Exception {
        assertEquals(Map.of(), read("\uFEFF" + SLOTS + SLOT.strip(), false));
        assertEquals(1, slots.rows.size());
    }

    @Test
    void isUtf8() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((CLINICS + CLINIC).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(CLINIC.getBytes("EUC-KR"));
        String fault = read(bytes.toByteArray(), new ClinicColumns(), clinics).get(3L);
        assertTrue(fault.startsWith("name is not UTF-8"), fault);
    }

    @Test
    void spellsAWordInOneWay() throws Exception {
        String decomposed = java.text.Normalizer.normalize("서울특별시", java.text.Normalizer.Form.NFD);
        read(CLINICS + CLINIC.replace("서울특별시", decomposed), true);
        assertEquals("서울특별시", clinics.rows.get(2L).sido());
    }

    @Test
    void isReadOnAfterEachBrokenQuote() throws Exception {
        String broken = "c1,2021-07-26T09:00,2021-07-26T09:30,\"M\"x,10\n";
        String open = "c1,2021-07-26T09:00,2021-07-26T09:30,M,\"10\n";
        Map<Long, String> faults = read(SLOTS + SLOT + broken + SLOT + open + SLOT + "c1\n" + broken.strip(), false);
        assertEquals(Set.of(3L, 5L, 7L, 8L), faults.keySet());
        assertEquals(Set.of(2L, 4L, 6L), slots.rows.keySet());
    }

    @Test
    void listsEveryBadLine() throws Exception {
        Map<Long, String> faults = read(SLOTS + SLOT + "bad\n".repeat(20_000), false);
        assertEquals(20_000, faults.size());
        assertEquals(Set.of(2L), slots.rows.keySet());
    }

    private Map<Long, String> read(String text, boolean ofClinics) throws IOException, SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ofClinics
                ? read(bytes, new ClinicColumns(), clinics)
                : read(bytes, new SlotColumns(ZoneId.of("Asia/Seoul")), slots);
    }

    private <R> Map<Long, String> read(byte[] bytes, Columns<R> columns, Intake<R> intake)
            throws IOException, SQLException {
        Faults faults = new Faults();
        Path file = Files.write(folder.resolve("file.csv"), bytes);
        new CsvFile<>(file, columns).read(intake, faults, new Progress());
        return faults.listed();
    }
}

package org.jeongmun.launcher.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.eligibility.RosterId;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.launcher.directory.CsvImport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The import of a roster")
class RosterImportIT extends OnAnOwnDatabase {
    private static final String SECRET = "portal.secret";
    private static final String HEADER = "name,birth_date,phone\n";

    @TempDir
    private Path folder;

    private final List<String> refused = new ArrayList<>();

    @BeforeAll
    static void tellTheSecret() {
        System.setProperty(SECRET, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @AfterAll
    static void forgetTheSecret() {
        System.clearProperty(SECRET);
    }

    @ParameterizedTest(name = "{index}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "홍길동,1964-13-45,010-1234-5678 | birth_date must be a day such as 1964-03-15 or 19640315,",
                "홍길동,19641345,010-1234-5678   | birth_date must be a day such as 1964-03-15 or 19640315,",
                "홍길동,1964315,010-1234-5678    | birth_date must be a day such as 1964-03-15 or 19640315,",
                "1,1964-03-15,010-1234-5678      | name must be a name",
                "홍길동,1964-03-15,call me       | phone must be a phone number",
                "''                              | names nobody"
            })
    void namesTheFaultOfItsOnlyPerson(String line, String fault) throws IOException {
        assertThrows(CommandFailure.class, () -> bringIn(line));
        assertEquals(1, refused.size(), refused::toString);
        assertEquals("line 2: " + fault, refused.get(0).substring(0, ("line 2: " + fault).length()));
    }

    @Test
    void takesABirthDateInEveryFormOfTheCheckIn() throws IOException, SQLException {
        bringIn("홍길동,1964-03-15,010-1234-5678");
        String mark = mark();
        bringIn("홍길동,19640315,01012345678");
        assertEquals(mark, mark());
        bringIn("홍길동,1964. 03. 15.,01012345678");
        assertEquals(mark, mark());
    }

    @Test
    void goesByTheSettingInADemoAsThePortalDoes() throws IOException, SQLException {
        bringIn("홍길동,1964-03-15,010-1234-5678");
        String mark = mark();
        Tables tables = new Tables(owner);
        tables.execute("CREATE TABLE public.demo AS SELECT decode(repeat('42', 32), 'hex') AS secret");
        try {
            bringIn("홍길동,1964-03-15,010-1234-5678");
            assertEquals(mark, mark());
            forgetTheSecret();
            bringIn("홍길동,1964-03-15,010-1234-5678");
            assertNotEquals(mark, mark());
        } finally {
            tellTheSecret();
            tables.execute("DROP TABLE public.demo");
        }
    }

    private static String mark() throws SQLException {
        return String.join(
                ",", new Tables(owner).read("SELECT encode(mark, 'hex') FROM roster_entry", row -> row.getString(1)));
    }

    private void bringIn(String line) throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("people.csv"), HEADER + line + "\n");
        Progress progress = new Progress();
        new RosterChange(owner, progress)
                .make(new RosterId("nurses"), new CsvImport(file, progress, refused::add, refused::add));
    }
}

package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("An import into a running portal")
@ExtendWith(SharedPortals.class)
class ImportsIT {
    private static final String CLINICS = "clinic_id,name,sido,sigungu,address,phone,latitude,longitude\n";
    private static final String SLOTS = "clinic_id,starts_at,ends_at,vaccine,capacity\n";

    private final Path files = Folders.create("imports");
    private final Portal portal;
    private final Rows rows;

    ImportsIT(@Serving(Stage.BEFORE_OPENING) Portal portal) {
        this.portal = portal;
        rows = Rows.of(portal);
    }

    @AfterEach
    void cleanUp() {
        Folders.delete(files);
    }

    private PortalJar.Ended bringIn(String kind, String content) {
        Path file = PortalJar.fileOf(files, kind + ".csv", content);
        return PortalJar.run(
                kind, "import", file.toString(), "--data", portal.folder().toString());
    }

    @Test
    void adds() throws SQLException {
        PortalJar.Ended ended = bringIn(
                "clinics",
                CLINICS + "import-1,\"의원 \"\"하나\"\", 별관\",세종특별자치시,,\"한누리대로 1, 2층\",044-000-0000,36.48,127.29\n");
        assertEquals(0, ended.exitCode(), ended::toString);
        assertEquals("의원 \"하나\", 별관", rows.text("SELECT name FROM clinic WHERE id = 'import-1'"));
        PortalJar.Ended slots =
                bringIn("slots", SLOTS + "import-1,2021-08-02T09:00+09:00,2021-08-02T09:30+09:00,Moderna,7\n");
        assertEquals(0, slots.exitCode(), slots::toString);
        assertEquals(7, rows.number("SELECT capacity FROM slot WHERE clinic_id = 'import-1'"));
        PortalJar.Ended again =
                bringIn("slots", SLOTS + "import-1,2021-08-02T09:00+09:00,2021-08-02T09:30+09:00,Moderna,9\n");
        assertEquals(0, again.exitCode(), again::toString);
        assertEquals(9, rows.number("SELECT sum(capacity) FROM slot WHERE clinic_id = 'import-1'"));
    }

    @Test
    void refusesTheWholeFileAndNamesEveryBrokenLine() throws SQLException {
        long before = rows.count("clinic");
        PortalJar.Ended ended = bringIn(
                "clinics",
                CLINICS
                        + "import-2,의원,서울특별시,중구,주소,02-000-0000,37.5,127.0\n"
                        + "import-3,의원,서울특별시,중구,주소,02-000-0000,137.5,127.0\n"
                        + "import-4,의원,서울특별시,중구,주소,02-000-0000,37.5\n"
                        + "import-5,의원,서울특별시,중구,주소,02-000-0000,37.5,127.0\n"
                        + ",의원,서울특별시,중구,주소,02-000-0000,37.5,127.0\n");
        assertNotEquals(0, ended.exitCode(), ended::toString);
        for (int line : new int[] {3, 4, 6}) {
            assertTrue(ended.errors().contains("line " + line + ": "), () -> line + " in " + ended);
        }
        assertEquals(before, rows.count("clinic"));
    }

    @Test
    void refusesAFileWithoutItsHeader() throws SQLException {
        long before = rows.count("clinic");
        PortalJar.Ended ended = bringIn("clinics", "import-6,의원,서울특별시,중구,주소,02-000-0000,37.5,127.0\n");
        assertNotEquals(0, ended.exitCode(), ended::toString);
        assertEquals(before, rows.count("clinic"));
    }
}

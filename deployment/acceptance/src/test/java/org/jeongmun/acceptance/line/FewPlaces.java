package org.jeongmun.acceptance.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Rows;

/** One place at a time at as many slots as there are to be places, all in the region that is offered first. */
final class FewPlaces {
    private static final String SLOTS = """
            WITH region AS (SELECT min(sido COLLATE "C") AS offered_first FROM clinic),
                 of_clinics AS (SELECT s.*, sido = offered_first AS there,
                                       row_number() OVER (PARTITION BY clinic_id ORDER BY starts_at) AS nth
                                  FROM region, slot s JOIN clinic c ON c.id = s.clinic_id),
                 numbered AS (SELECT *, row_number() OVER (PARTITION BY there ORDER BY nth, id) AS place
                                FROM of_clinics)
            SELECT string_agg(clinic_id || ',' || to_char(starts_at AT TIME ZONE 'Asia/Seoul',
                   'YYYY-MM-DD"T"HH24:MI"+09:00"') || ',' || to_char(ends_at AT TIME ZONE 'Asia/Seoul',
                   'YYYY-MM-DD"T"HH24:MI"+09:00"') || ',' || vaccine || ','
                   || CASE WHEN there AND place <= ? THEN '1' ELSE '0' END, E'\\n') FROM numbered""";

    private FewPlaces() {}

    /** Leaves so many at that portal, by an import whose file is written to that folder. */
    static void leave(int places, Portal portal, Path files) throws SQLException {
        Rows rows = Rows.of(portal);
        String csv = "clinic_id,starts_at,ends_at,vaccine,capacity\n" + rows.text(SLOTS, places) + "\n";
        Path file = PortalJar.fileOf(files, "slots.csv", csv);
        PortalJar.Ended ended = PortalJar.run(
                "slots", "import", file.toString(), "--data", portal.folder().toString());
        assertEquals(0, ended.exitCode(), ended::toString);
        assertEquals(places, rows.number("SELECT sum(capacity) FROM slot"), "places to be had");
    }
}

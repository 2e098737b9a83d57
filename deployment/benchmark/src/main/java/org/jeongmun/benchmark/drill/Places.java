package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.benchmark.portal.MeasuredPortal;

/** Slots that are a drill's own, brought into a running portal as its operators would. */
final class Places {
    /** The clinic that has them all. */
    static final String CLINIC = "benchmark";

    private static final String CLINICS = """
            clinic_id,name,sido,sigungu,address,phone,latitude,longitude
            benchmark,측정 의원,서울특별시,강남구,서울특별시 강남구 1,02-0000-0000,37.5,127.0
            """;
    private static final String SLOTS = "clinic_id,starts_at,ends_at,vaccine,capacity\n";
    private static final Instant FIRST_BEGINS = Instant.parse("2021-08-10T00:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String IDS = "SELECT id FROM slot WHERE clinic_id = 'benchmark' ORDER BY id";
    private static final String ALL = """
            SELECT clinic_id, to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   to_char(ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), vaccine
              FROM slot""";

    private Places() {}

    /** @return the ids of so many new slots with so many places each */
    static List<Long> add(MeasuredPortal portal, int slots, int capacity) throws IOException, SQLException {
        StringBuilder lines = new StringBuilder(SLOTS);
        for (int at = 0; at < slots; at++) {
            Instant begins = FIRST_BEGINS.plus(LONG.multipliedBy(at));
            lines.append("%s,%s,%s,측정,%d\n".formatted(CLINIC, begins, begins.plus(LONG), capacity));
        }
        take(portal, "clinics", CLINICS);
        take(portal, "slots", lines.toString());
        List<Long> ids = new ArrayList<>();
        try (Connection database = portal.connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(IDS)) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    /** Nothing is left anywhere: every slot has as many places as are taken. */
    static void sellOut(MeasuredPortal portal) throws IOException, SQLException {
        StringBuilder lines = new StringBuilder(SLOTS);
        try (Connection database = portal.connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                lines.append("%s,%s,%s,\"%s\",0\n"
                        .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        take(portal, "slots", lines.toString());
    }

    private static void take(MeasuredPortal portal, String what, String lines) throws IOException {
        Path file = Files.writeString(Files.createTempFile("jeongmun-benchmark-", ".csv"), lines);
        try {
            portal.command(what, "import", file.toString());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

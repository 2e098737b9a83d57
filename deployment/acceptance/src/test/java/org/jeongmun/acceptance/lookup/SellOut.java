package org.jeongmun.acceptance.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;

/**
 * A clinic all of whose places are taken one after the other, each in a transaction of its own, and what was free there
 * at every moment: a place is gone from when its commit has returned.
 */
final class SellOut {
    static final String CLINIC = "acceptance-sold-out";
    static final String NAME = "이초매진시험의원";
    static final String SIDO = "세종특별자치시";
    static final int PLACES = 400;

    private static final int SLOTS = 40;
    private static final String TAKE = """
            INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, door)
            SELECT ?, (SELECT id FROM campaign), ?, 'age-55-59', 'w0714', ?, 'web'""";

    private final Portal portal;
    private final NavigableMap<Long, Integer> freeSince = new ConcurrentSkipListMap<>();

    SellOut(Portal portal) {
        this.portal = portal;
        freeSince.put(Long.MIN_VALUE, PLACES);
    }

    /** Brings the clinic into the portal. */
    void bringIn() {
        Path folder = Folders.create("sold-out");
        try {
            bringIn("clinics", PortalJar.fileOf(folder, "clinics.csv", """
                    clinic_id,name,sido,sigungu,address,phone,latitude,longitude
                    %s,%s,%s,,"한누리대로 1",044-000-0000,36.5,127.3
                    """.formatted(CLINIC, NAME, SIDO)));
            bringIn("slots", PortalJar.fileOf(folder, "slots.csv", slotRows()));
        } finally {
            Folders.delete(folder);
        }
    }

    private void bringIn(String what, Path file) {
        PortalJar.Ended ended = PortalJar.run(
                what, "import", file.toString(), "--data", portal.folder().toString());
        assertEquals(0, ended.exitCode(), ended::toString);
    }

    private static String slotRows() {
        OffsetDateTime first = OffsetDateTime.parse("2021-07-20T09:00+09:00");
        return IntStream.range(0, SLOTS)
                .mapToObj(number -> first.plusDays(number % 4).plusMinutes(10L * number))
                .map(start -> "%s,%s,%s,Moderna,%d%n".formatted(CLINIC, start, start.plusMinutes(10), PLACES / SLOTS))
                .collect(Collectors.joining("", "clinic_id,starts_at,ends_at,vaccine,capacity\n", ""));
    }

    /** Takes every place; before each, {@code pace} says when to go on. */
    void sell(Runnable pace) throws SQLException {
        try (Connection connection = portal.connect()) {
            connection.setAutoCommit(false);
            List<Long> slots = slots(connection);
            for (int sold = 0; sold < PLACES; sold++) {
                pace.run();
                take(slots.get(sold % SLOTS), connection);
                freeSince.put(System.nanoTime(), PLACES - sold - 1);
            }
        }
    }

    private static List<Long> slots(Connection connection) throws SQLException {
        List<Long> slots = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM slot WHERE clinic_id = ? ORDER BY id")) {
            query.setString(1, CLINIC);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    slots.add(row.getLong(1));
                }
            }
        }
        assertEquals(SLOTS, slots.size());
        return slots;
    }

    private static void take(long slot, Connection connection) throws SQLException {
        String nobody = UUID.randomUUID().toString();
        try (PreparedStatement take = connection.prepareStatement(TAKE);
                PreparedStatement confirm =
                        connection.prepareStatement("UPDATE reservation SET state = 'CONFIRMED' WHERE code = ?")) {
            take.setString(1, nobody);
            take.setString(2, nobody);
            take.setLong(3, slot);
            take.executeUpdate();
            confirm.setString(1, nobody);
            confirm.executeUpdate();
        }
        connection.commit();
    }

    /** @return whether the last place has been gone for longer than that */
    boolean isOverSince(Duration time) {
        return freeSince.lastEntry().getValue() == 0 && System.nanoTime() - freeSince.lastKey() > time.toNanos();
    }

    /** @return how many places were free so long before that moment, at the most */
    int freeBefore(long nanoTime, Duration time) {
        return freeSince.floorEntry(nanoTime - time.toNanos()).getValue();
    }
}

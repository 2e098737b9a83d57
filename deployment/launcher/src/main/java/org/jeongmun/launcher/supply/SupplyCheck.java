package org.jeongmun.launcher.supply;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.supply.Days;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.Release;

/** Compares what a pool is to give with the capacity of the slots that it can be allotted to, by province. */
public final class SupplyCheck {
    private static final String CAPACITY = """
            SELECT c.sido, sum(s.capacity) FROM slot s JOIN clinic c ON c.id = s.clinic_id
             WHERE (?::text IS NULL OR s.vaccine = ?::text)
               AND (?::date IS NULL OR (s.starts_at AT TIME ZONE ?)::date BETWEEN ?::date AND ?::date)
             GROUP BY c.sido ORDER BY c.sido""";

    private final Tables tables;
    private final ZoneId zone;

    /**
     * Makes a comparison.
     *
     * @param connection of either role
     * @param zone of the campaign
     */
    public SupplyCheck(Connection connection, ZoneId zone) {
        this.tables = new Tables(connection);
        this.zone = zone;
    }

    /**
     * What came of it.
     *
     * @param lines for the operator
     * @param enough whether the slots have the capacity
     */
    public record Result(List<String> lines, boolean enough) {
        /** Copies the lines. */
        public Result {
            lines = List.copyOf(lines);
        }
    }

    /** Compares one pool; a slot's whole capacity counts, whoever has places of it already. */
    public Result of(Pool pool) throws SQLException {
        SortedMap<String, Long> capacity = capacity(pool);
        SortedMap<String, Long> asked = new TreeMap<>();
        for (Release release : pool.releases()) {
            release.bySido().forEach((sido, places) -> asked.merge(sido, places, Long::sum));
        }
        long total = capacity.values().stream().mapToLong(Long::longValue).sum();
        boolean enough = pool.total() <= total;
        List<String> lines = new ArrayList<>();
        lines.add("Pool %s: %,d places, slots for %,d%s"
                .formatted(
                        pool.id(),
                        pool.total(),
                        total,
                        enough ? "." : ": %,d too few.".formatted(pool.total() - total)));
        SortedMap<String, Long> provinces = new TreeMap<>(capacity);
        asked.keySet().forEach(sido -> provinces.putIfAbsent(sido, 0L));
        for (Map.Entry<String, Long> province : provinces.entrySet()) {
            String sido = province.getKey();
            long room = province.getValue();
            long places = asked.getOrDefault(sido, 0L);
            enough &= places <= room;
            String by = asked.containsKey(sido) ? "%,d places, ".formatted(places) : "";
            String few = places > room ? ": %,d too few".formatted(places - room) : "";
            lines.add("  %s: %sslots for %,d%s".formatted(sido, by, room, few));
        }
        return new Result(lines, enough);
    }

    private SortedMap<String, Long> capacity(Pool pool) throws SQLException {
        SortedMap<String, Long> capacity = new TreeMap<>();
        String vaccine = pool.vaccine().orElse(null);
        LocalDate first = pool.days().map(Days::first).orElse(null);
        LocalDate last = pool.days().map(Days::last).orElse(null);
        tables.read(
                CAPACITY,
                row -> capacity.put(row.getString(1), row.getLong(2)),
                vaccine,
                vaccine,
                first,
                zone.getId(),
                first,
                last);
        return capacity;
    }
}

package org.jeongmun.launcher.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;

/** A snapshot as lines in two columns, and its windows as a table. */
final class StatusText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ENGLISH);
    private static final List<String> STATES = List.of("HELD", "CONFIRMED", "CANCELLED", "EXPIRED");

    private StatusText() {}

    /** @param refusals what the running portal's gate has refused, or why that is not known */
    static List<String> of(Snapshot snapshot, String refusals) {
        ZoneId zone = snapshot.schedule().map(OpeningSchedule::zone).orElse(ZoneOffset.UTC);
        List<String> lines = new ArrayList<>();
        DeskText desk = new DeskText(snapshot.desk(), moment -> shown(moment, zone));
        line(
                lines,
                "Phase",
                snapshot.phase()
                        + snapshot.maintenance().map(" (%s)"::formatted).orElse("")
                        + desk.serving());
        line(
                lines,
                "Portal clock",
                snapshot.now().map(now -> shown(now, zone)).orElse("not started") + (snapshot.demo() ? " (demo)" : ""));
        line(
                lines,
                "Schedule",
                snapshot.schedule()
                        .map(schedule -> "version %d of campaign %s".formatted(schedule.version(), schedule.campaign()))
                        .orElse("none: `portal.jar campaign apply FILE`"));
        line(lines, "Maintenance", desk.maintenance());
        line(lines, "Announcement", desk.announcement());
        line(lines, "Bookings", bookings(snapshot.bookings()));
        line(lines, "Places left", String.format(Locale.ROOT, "%,d", snapshot.freePlaces()));
        waiting(lines, snapshot.lines());
        line(lines, "Refusals", refusals);
        line(lines, "Refused today", desk.refusedToday());
        line(lines, "Nodes", desk.nodes());
        snapshot.schedule().ifPresent(schedule -> {
            lines.add("");
            lines.addAll(windows(snapshot, schedule));
        });
        return lines;
    }

    private static void line(List<String> lines, String name, String value) {
        lines.add("%-14s%s".formatted(name, value));
    }

    private static void waiting(List<String> lines, List<WaitingLine> waiting) {
        if (waiting.isEmpty()) {
            line(lines, "Waiting", "no waiting room");
        }
        for (int i = 0; i < waiting.size(); i++) {
            line(lines, i == 0 ? "Waiting" : "", waiting.get(i).shown());
        }
    }

    private static String bookings(Map<String, Long> counts) {
        return STATES.stream()
                .map(state -> String.format(
                        Locale.ROOT, "%,d %s", counts.getOrDefault(state, 0L), state.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private static List<String> windows(Snapshot snapshot, OpeningSchedule schedule) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Window", "Cohort", "Status", "Opens", "Closes", "Check-in"});
        for (BookingWindow window : schedule.windows()) {
            rows.add(new String[] {
                window.id().value(),
                window.cohort().value(),
                snapshot.now().map(now -> window.statusAt(now).name()).orElse("UNKNOWN"),
                shown(window.opensAt(), schedule.zone()),
                shown(window.closesAt(), schedule.zone()),
                window.checkInAt().map(at -> shown(at, schedule.zone())).orElse("with the opening")
            });
        }
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            Arrays.setAll(widths, column -> Math.max(widths[column], row[column].length()));
        }
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            line.append(row[column]).append(" ".repeat(widths[column] - row[column].length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private static String shown(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}

package org.jeongmun.launcher.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time as people read them. */
final class Spans {
    private Spans() {}

    /** @return such as "2 h 5 min" or "40 s"; "none" for no time at all */
    static String shown(Duration span) {
        List<String> parts = new ArrayList<>();
        add(parts, span.toDays(), "d");
        add(parts, span.toHoursPart(), "h");
        add(parts, span.toMinutesPart(), "min");
        add(parts, span.toSecondsPart(), "s");
        return parts.isEmpty() ? "none" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}

package org.jeongmun.doors.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jeongmun.doors.inventory.Fault;

/** A report as lines for a terminal: the verdict last. */
public final class ReportText {
    private ReportText() {}

    /** @return the lines */
    public static List<String> of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(report.subject(), String.join(", then ", report.states())));
        lines.add("Tried on " + String.join(", ", report.listeners()));
        lines.add("May be open now: "
                + (report.mayBeOpen().isEmpty() ? "nothing" : String.join(" ", report.mayBeOpen())));
        report.warnings().forEach(warning -> lines.add("Warning: " + warning));
        for (Fault fault : report.faults()) {
            lines.add("OPEN  %s: %s".formatted(fault.door(), fault.reason()));
        }
        for (OpenDoor open : report.mustBeShut()) {
            lines.add(number(
                    "OPEN  %s (%s), in %,d ways:",
                    open.door().path(), open.door().source(), open.ways()));
            open.examples().forEach(example -> lines.add("        " + example));
        }
        lines.add(verdict(report));
        return lines;
    }

    /** @return the last line, such as {@code 1,284 doors tried 61,632 ways: all shut} */
    public static String verdict(Report report) {
        String tried = number("%,d doors tried %,d ways", report.doors(), report.ways());
        if (report.isAllShut()) {
            return tried + (report.mayBeOpen().isEmpty() ? ": all shut" : ": all shut that must be");
        }
        int open = report.mustBeShut().size() + report.faults().size();
        return open == 0
                ? tried + ": nothing was shut, which proves nothing"
                : number("%s: %,d OPEN THAT MUST BE SHUT", tried, open);
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

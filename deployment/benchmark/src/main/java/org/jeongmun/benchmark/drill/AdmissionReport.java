package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jeongmun.benchmark.evening.AdmissionRate;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;

/** Goal 9: writes down how far from its setting people were let in, over each ten seconds in which somebody waited. */
final class AdmissionReport {
    private static final double PERCENT = 100;

    private final Report report;

    AdmissionReport(Report report) {
        this.report = report;
    }

    /** @param rates of each time that there was a line */
    void write(String where, int setting, List<AdmissionRate> rates) throws IOException {
        report.heading("How fast people were let in, where %d a second was set".formatted(setting));
        report.line("Over each ten seconds, one beginning with each call, in which somebody stood in line all the time."
                        + " Calls are the portal's own record; entries are what visitors saw, who look at the line every"
                        + " few seconds.")
                .line("");
        Table table = new Table("", "times ten seconds", "least a second", "most", "median miss %", "worst miss %");
        List<Double> called = all(rates, AdmissionRate::called);
        row(table, "called", called, setting);
        row(table, "entered", all(rates, AdmissionRate::entered), setting);
        report.table("admission", table);
        if (called.isEmpty()) {
            report.line("There was no line for as long as ten seconds, so goal 9 was not measured.");
            return;
        }
        List<Double> misses = misses(called, setting);
        report.goal(Goal.ADMISSION, where + ", calls, median", Ratios.median(misses));
        report.goal(Goal.ADMISSION, where + ", calls, worst", worst(misses));
    }

    private static List<Double> all(List<AdmissionRate> rates, Function<AdmissionRate, List<Double>> kind) {
        return rates.stream().flatMap(rate -> kind.apply(rate).stream()).toList();
    }

    private static void row(Table table, String what, List<Double> rates, int setting) {
        if (rates.isEmpty()) {
            table.row(what, 0, "", "", "", "");
            return;
        }
        List<Double> sorted = rates.stream().sorted().toList();
        List<Double> misses = misses(rates, setting);
        table.row(
                what, rates.size(), sorted.get(0), sorted.get(sorted.size() - 1), Ratios.median(misses), worst(misses));
    }

    static List<Double> misses(List<Double> rates, int setting) {
        return rates.stream()
                .map(rate -> Math.abs(rate - setting) / setting * PERCENT)
                .toList();
    }

    private static double worst(List<Double> misses) {
        return misses.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}

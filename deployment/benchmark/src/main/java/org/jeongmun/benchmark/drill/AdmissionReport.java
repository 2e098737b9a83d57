package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jeongmun.benchmark.evening.AdmissionRate;
import org.jeongmun.benchmark.evening.AdmissionRate.Rate;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;

/** Goal 9: writes down how far from its setting people were let in, over each ten seconds in which somebody waited. */
final class AdmissionReport {
    private static final double PERCENT = 100;
    /** By then the portal has learned how many of those come whom it calls. */
    private static final int LEARNED = 30;

    private final Report report;
    private final int setting;

    /** @param setting so many a second were to be let in */
    AdmissionReport(Report report, int setting) {
        this.report = report;
        this.setting = setting;
    }

    /** @param rates of each time that there was a line @return how far it was missed in each ten seconds, in percent */
    List<Double> write(List<AdmissionRate> rates) throws IOException {
        report.heading("How fast people were let in, where %d a second was set".formatted(setting));
        report.line(
                        "Over each ten seconds in which somebody stood in line for free places. Let in is who was given a pass, by"
                                + " the count of the portal's doors. Calls run ahead of the rate, to twice at most, to make up for"
                                + " those who do not come in time.")
                .line("");
        Table table = new Table("", "times ten seconds", "least a second", "most", "median miss %", "worst miss %");
        List<Rate> entered = all(rates, AdmissionRate::entered);
        row(table, "let in", entered);
        row(table, "let in, from %d s after the opening".formatted(LEARNED), learned(entered));
        row(table, "let in, as visitors saw it", all(rates, AdmissionRate::seen));
        row(table, "called", all(rates, AdmissionRate::called));
        report.table("admission", table);
        return misses(entered);
    }

    /** Writes the same down, and what it says of the goal. */
    void writeWithGoal(String where, AdmissionRate rate) throws IOException {
        List<Double> misses = write(List.of(rate));
        if (misses.isEmpty()) {
            report.line("There was no line for as long as ten seconds, so goal 9 was not measured.");
            return;
        }
        report.goal(Goal.ADMISSION, where + ", median", Ratios.median(misses));
        report.goal(Goal.ADMISSION, where + ", worst ten seconds", worst(misses));
        List<Rate> later = learned(rate.entered());
        if (!later.isEmpty()) {
            report.goal(
                    Goal.ADMISSION,
                    where + ", worst from %d s after the opening".formatted(LEARNED),
                    worst(misses(later)));
        }
    }

    private static List<Rate> all(List<AdmissionRate> rates, Function<AdmissionRate, List<Rate>> kind) {
        return rates.stream().flatMap(rate -> kind.apply(rate).stream()).toList();
    }

    private static List<Rate> learned(List<Rate> rates) {
        return rates.stream().filter(rate -> rate.second() >= LEARNED).toList();
    }

    private void row(Table table, String what, List<Rate> rates) {
        if (rates.isEmpty()) {
            table.row(what, 0, "", "", "", "");
            return;
        }
        List<Double> sorted = rates.stream().map(Rate::perSecond).sorted().toList();
        List<Double> misses = misses(rates);
        table.row(
                what, rates.size(), sorted.get(0), sorted.get(sorted.size() - 1), Ratios.median(misses), worst(misses));
    }

    private List<Double> misses(List<Rate> rates) {
        return rates.stream()
                .map(rate -> Math.abs(rate.perSecond() - setting) / setting * PERCENT)
                .toList();
    }

    private static double worst(List<Double> misses) {
        return misses.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}

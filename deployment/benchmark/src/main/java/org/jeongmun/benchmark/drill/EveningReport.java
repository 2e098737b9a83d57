package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.evening.Diary;
import org.jeongmun.benchmark.evening.Evening;
import org.jeongmun.benchmark.evening.EveningPlan;
import org.jeongmun.benchmark.evening.PageClass;
import org.jeongmun.benchmark.evening.Timeline;
import org.jeongmun.benchmark.evening.Timeline.Event;
import org.jeongmun.benchmark.ledger.Supply;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;

/** Writes down how an evening went on which every promise was kept. */
final class EveningReport {
    private final Evening.Outcome outcome;
    private final Timeline timeline;
    private final Diary diary;
    private final Report report;

    EveningReport(Evening.Outcome outcome, Report report) {
        this.outcome = outcome;
        this.timeline = outcome.timeline();
        this.diary = outcome.diary();
        this.report = report;
    }

    void write(EveningPlan plan, CpuUse use, Supply before, Supply after) throws IOException {
        report.line("%,d places at %,d times. %,d people were to come before 20:00 and %,d after;"
                        .formatted(before.places(), before.slots(), plan.before(), plan.after())
                + " %.1f s for each page.".formatted(plan.pause()));
        report.line("");
        report.line(entries(plan.admitPerSecond()));
        report.line("");
        report.line("**%,d codes shown, each confirmed in the table; none early, oversold, doubled or lost.**"
                        .formatted(outcome.codes())
                + " %.1f a second on average, from the first to the last; at most %d in one second."
                        .formatted(rate(), most()));
        report.line("");
        report.line(howFar(after));
        report.line("Portal %.2f cores, database %.2f, driver %.2f, foreign %.2f."
                .formatted(use.portal(), use.database(), use.driver(), use.foreign()));
        new AdmissionReport(report, plan.admitPerSecond()).writeWithGoal("opening", outcome.admission());
        waits();
        answers();
        refusals();
        seconds();
    }

    private String entries(int setting) {
        double open = (outcome.times().closesAt() - outcome.times().opensAt()) / 1e9;
        if (diary.firstEntry().isEmpty()) {
            return "The window was open for %.0f s, and nobody was let in.".formatted(open);
        }
        double first = diary.firstEntry().getAsDouble();
        double last = diary.lastEntry().orElse(first);
        long entered = timeline.total(Event.ENTERED);
        return "The window was open for %.0f s. The first was let in %.1f s after it opened, the last %.1f s after; "
                        .formatted(open, first, last)
                + "**%,d in all, %.2f a second between them**, where %d was set."
                        .formatted(entered, (entered - 1) / Math.max(1, last - first), setting);
    }

    private String howFar(Supply after) {
        return diary.soldOutAfter().isPresent()
                ? "Sold out: somebody was told so first %.1f s after the opening; %,d of %,d places are taken."
                        .formatted(diary.soldOutAfter().getAsDouble(), after.taken(), after.places())
                : "Not sold out: %,d of %,d places were taken by the end.".formatted(after.taken(), after.places());
    }

    private double rate() {
        List<Integer> busy = timeline.seconds().stream()
                .filter(second -> timeline.in(Event.BOOKED, second) > 0)
                .toList();
        return busy.isEmpty() ? 0 : outcome.codes() / (busy.get(busy.size() - 1) - busy.get(0) + 1.0);
    }

    private long most() {
        return timeline.seconds().stream()
                .mapToLong(second -> timeline.in(Event.BOOKED, second))
                .max()
                .orElse(0);
    }

    private void waits() throws IOException {
        report.heading("From check-in to the turn");
        Table table = new Table("people", "let in", "p10 s", "p50 s", "p90 s", "p99 s", "max s");
        waits(table, "checked in before 20:00, from check-in", diary.turns(true));
        waits(table, "checked in after 20:00, from check-in", diary.turns(false));
        waits(table, "all, from check-in or 20:00", diary.turnsSinceOpening());
        report.table("waits", table);
    }

    private static void waits(Table table, String people, Histogram times) {
        double second = 1e6;
        table.row(
                people,
                times.getTotalCount(),
                times.getValueAtPercentile(10) / second,
                times.getValueAtPercentile(50) / second,
                times.getValueAtPercentile(90) / second,
                times.getValueAtPercentile(99) / second,
                times.getMaxValue() / second);
    }

    private void answers() throws IOException {
        report.heading("Answers by class of page");
        report.table("answers", answers(diary));
    }

    static Table answers(Diary diary) {
        Table table = new Table("class", "count", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms");
        for (PageClass pages : PageClass.values()) {
            Histogram times = diary.answers(pages);
            table.row(
                    pages,
                    times.getTotalCount(),
                    times.getValueAtPercentile(50) / 1000.0,
                    times.getValueAtPercentile(90) / 1000.0,
                    times.getValueAtPercentile(99) / 1000.0,
                    times.getValueAtPercentile(99.9) / 1000.0,
                    times.getMaxValue() / 1000.0);
        }
        return table;
    }

    private void refusals() throws IOException {
        report.heading("Refusals by reason");
        Table table = new Table("who was refused", "reason", "times");
        rows(table, "people, who went without a code", diary.endings());
        rows(table, "requests, by status", diary.serverErrors());
        rows(
                table,
                "reservations written by hand, by SQLSTATE",
                outcome.inserts().refusals());
        report.table("refusals", table);
        long last = timeline.seconds().get(timeline.seconds().size() - 1);
        report.line("Still in line at the end: %,d; still inside: %,d."
                .formatted(timeline.waiting((int) last), timeline.inside((int) last)));
    }

    private static void rows(Table table, String who, Map<String, Long> counts) {
        counts.forEach((reason, times) -> table.row(who, reason, times));
    }

    private void seconds() throws IOException {
        report.heading("Second by second");
        Table table = new Table("second", "joined", "waiting", "let in", "inside", "booked", "answers");
        for (int second : timeline.seconds()) {
            table.row(
                    second,
                    timeline.in(Event.JOINED, second),
                    timeline.waiting(second),
                    timeline.in(Event.ENTERED, second),
                    timeline.inside(second),
                    timeline.in(Event.BOOKED, second),
                    timeline.in(Event.ANSWERED, second));
        }
        report.figures("seconds", table);
        String across = "seconds from the opening";
        report.plot(
                "bookings",
                new Plot("Bookings", across, "a second")
                        .line("let in", points(second -> timeline.in(Event.ENTERED, second)))
                        .line("booked", points(second -> timeline.in(Event.BOOKED, second))));
        report.plot("waiting", new Plot("People waiting", across, "people").line("waiting", points(timeline::waiting)));
        report.plot("inside", new Plot("People inside", across, "people").line("inside", points(timeline::inside)));
        report.plot(
                "answers",
                new Plot("Answers", across, "a second")
                        .line("answers", points(second -> timeline.in(Event.ANSWERED, second))));
    }

    private List<double[]> points(IntToLongFunction figure) {
        return timeline.seconds().stream()
                .map(second -> new double[] {second, figure.applyAsLong(second)})
                .toList();
    }
}

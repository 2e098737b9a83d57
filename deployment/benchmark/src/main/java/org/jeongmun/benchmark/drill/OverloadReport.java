package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jeongmun.benchmark.evening.PageClass;
import org.jeongmun.benchmark.evening.Timeline;
import org.jeongmun.benchmark.evening.Timeline.Event;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;

/** Writes down how rounds with as many people as are let in went, and those with ten times as many. */
final class OverloadReport {
    private final List<OverloadRound> rounds;
    private final Ledger ledger;
    private final Report report;

    /** @param rounds in pairs of one times and ten times, in either order */
    OverloadReport(List<OverloadRound> rounds, Ledger ledger, Report report) {
        this.rounds = rounds;
        this.ledger = ledger;
        this.report = report;
    }

    void write(int admitPerSecond) throws IOException {
        List<Double> ratios = ratios(goodputs(false), goodputs(true));
        double median = Ratios.median(ratios);
        long unforeseen = rounds.stream().mapToLong(OverloadRound::unforeseen).sum();
        report.line("Median of the ratios. %d a second are let in.".formatted(admitPerSecond));
        report.goal(Goal.OVERLOAD, median)
                .goal(Goal.OVERLOAD_ERRORS, unforeseen)
                .goal(Goal.BOOKS, "overload", 0);
        report.line(
                "Ledger: %,d codes shown, all confirmed; none oversold, early or doubled.".formatted(ledger.size()));
        report.line("Answers of 5xx that nobody has foreseen, and requests without an answer: **%d**."
                .formatted(unforeseen));
        report.heading("Rounds");
        report.table("rounds", table(ratios));
        report.line("Goodput is codes a second from the %dth second of a round to its end; nobody pauses between pages."
                .formatted(OverloadRound.SETTLE));
        new AdmissionReport(report, admitPerSecond)
                .write(rounds.stream()
                        .filter(OverloadRound::isOver)
                        .map(OverloadRound::admission)
                        .toList());
        report.heading("Every 5xx");
        Table errors = new Table("offered", "answer", "times");
        errors(false).forEach((error, times) -> errors.row("1x", error, times));
        errors(true).forEach((error, times) -> errors.row("10x", error, times));
        report.table("errors", errors);
        plots();
    }

    private List<Double> goodputs(boolean isOver) {
        return rounds.stream()
                .filter(round -> round.isOver() == isOver)
                .map(OverloadRound::goodput)
                .toList();
    }

    /** @return of each pair, what ten times the offer came to, divided by what one time did */
    static List<Double> ratios(List<Double> atOneTime, List<Double> atTenTimes) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < atOneTime.size(); pair++) {
            ratios.add(atOneTime.get(pair) == 0 ? 0 : atTenTimes.get(pair) / atOneTime.get(pair));
        }
        return ratios;
    }

    private Table table(List<Double> ratios) {
        Table table = new Table(
                "round",
                "offered/s",
                "came",
                "codes/s",
                "ratio",
                "busy 503",
                "other 5xx",
                "booking p50 ms",
                "booking p99 ms",
                "check-in p50 ms",
                "check-in p99 ms",
                "portal cores",
                "database cores",
                "driver cores",
                "foreign cores");
        for (int at = 0; at < rounds.size(); at++) {
            OverloadRound round = rounds.get(at);
            table.row(
                    at + 1,
                    round.offered(),
                    round.open().came(),
                    round.goodput(),
                    at % 2 != 0 ? ratios.get(at / 2) : "",
                    round.busy(),
                    round.unforeseen(),
                    round.milliseconds(PageClass.BOOKING, 50),
                    round.milliseconds(PageClass.BOOKING, 99),
                    round.milliseconds(PageClass.CHECK_IN, 50),
                    round.milliseconds(PageClass.CHECK_IN, 99),
                    round.use().portal(),
                    round.use().database(),
                    round.use().driver(),
                    round.use().foreign());
        }
        return table;
    }

    private Map<String, Long> errors(boolean isOver) {
        Map<String, Long> errors = new TreeMap<>();
        rounds.stream()
                .filter(round -> round.isOver() == isOver)
                .forEach(round -> round.open()
                        .diary()
                        .serverErrors()
                        .forEach((error, times) -> errors.merge(error, times, Long::sum)));
        return errors;
    }

    private void plots() throws IOException {
        Plot codes = new Plot("Codes", "seconds from the opening of the round", "a second");
        Plot waiting = new Plot("People waiting", "seconds from the opening of the round", "people");
        for (boolean isOver : new boolean[] {false, true}) {
            Timeline last = rounds.stream()
                    .filter(round -> round.isOver() == isOver)
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .open()
                    .timeline();
            String name = (isOver ? "ten times" : "one times") + ", last round";
            codes.line(
                    name,
                    last.seconds().stream()
                            .map(second -> new double[] {second, last.in(Event.BOOKED, second)})
                            .toList());
            waiting.line(
                    name,
                    last.seconds().stream()
                            .map(second -> new double[] {second, last.waiting(second)})
                            .toList());
        }
        report.plot("codes", codes);
        report.plot("waiting", waiting);
    }
}

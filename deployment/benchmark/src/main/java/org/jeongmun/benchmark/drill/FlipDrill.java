package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jeongmun.benchmark.evening.WindowTimes;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/** Goal 10: the second in which the portal opens, seen by a thousand connections that ask all the time. */
final class FlipDrill implements Drill {
    private static final int CONNECTIONS = 1_000;
    /**
     * Each connection once a second: every closed answer ends its connection, and a new one costs more than the answer.
     */
    private static final double PER_SECOND = 1_000;

    private static final int SECONDS = 6;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final List<String> SHUT = List.of("--demo", "--demo-clock", "2021-07-14T19:59:15+09:00");

    @Override
    public String name() {
        return "flip";
    }

    @Override
    public String title() {
        return "From closed to open under 1,000 connections";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), SHUT);
                Wire wire = new Wire(portal.url(), CONNECTIONS)) {
            long opensAt = opensAt(portal);
            byte[] request = ("GET /reserve/clinic HTTP/1.1\r\nHost: " + portal.host() + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            long begin = opensAt - SECONDS * SECOND;
            wire.connectAhead(CONNECTIONS);
            Knocks knocks = new Knocks(wire, request, opensAt, SECONDS);
            // Until shortly before, so that the code is warm that answers in the second that counts.
            knocks.forgetUntil(begin);
            knocks.every(SECOND / PER_SECOND, begin);
            CpuReading before = CpuReading.now(portal.handle());
            knocks.every(SECOND / PER_SECOND, opensAt + SECONDS * SECOND);
            CpuUse use = CpuReading.now(portal.handle()).since(before);
            if (use.isDisturbed() && !setting.despiteForeignLoad()) {
                throw new DisturbedException(use.foreign());
            }
            if (knocks.early() > 0) {
                throw new PromiseBrokenException(
                        List.of(knocks.early() + " answers before the opening were not the gate's"));
            }
            if (knocks.answers() == 0) {
                throw new IOException("No answer came in the seconds around the opening; %d were asked for."
                        .formatted(knocks.errors()));
            }
            write(knocks, use, report);
        }
    }

    private static long opensAt(MeasuredPortal portal) throws SQLException {
        try (Connection connection = portal.connect()) {
            return WindowTimes.of(connection).get(0).opensAt();
        }
    }

    private static void write(Knocks knocks, CpuUse use, Report report) throws IOException {
        report.line("")
                .line(
                        "%d errors; p99 of the second before the opening or of the one after it, the longer: **%.1f ms**; first let in %.0f ms after it."
                                .formatted(knocks.errors(), knocks.aroundTheOpening(), knocks.firstOpenMillis()));
        report.line("Portal %.2f cores, database %.2f, driver %.2f, foreign %.2f; %.0f requests a second offered."
                .formatted(use.portal(), use.database(), use.driver(), use.foreign(), PER_SECOND));
        report.goal(Goal.OPENING_ERRORS, knocks.errors()).goal(Goal.OPENING, knocks.aroundTheOpening());
        report.heading("Second by second");
        Table table = new Table("second", "closed", "open", "errors", "p50 ms", "p99 ms", "max ms");
        for (int second = -SECONDS; second < SECONDS; second++) {
            Knocks.Second seen = knocks.second(second);
            table.row(second, seen.closed(), seen.open(), seen.errors(), seen.ms(50), seen.ms(99), seen.ms(100));
        }
        report.table("seconds", table);
        report.plot(
                "seconds",
                new Plot("Answers around the opening", "seconds since the first measured one", "ms")
                        .line("median", knocks.points(50))
                        .line("99 of 100", knocks.points(99)));
    }
}

package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jeongmun.benchmark.limit.Nginx;
import org.jeongmun.benchmark.limit.Wrk;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.visit.OneAnswer;
import org.jeongmun.benchmark.wire.Answer;

/**
 * Goal 2: an answer that is nearly the same for everybody, against a web server that sends a file of the same bytes,
 * once sent by the kernel and once as fast as it can.
 */
final class StaticDrill implements Drill {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 3;
    private static final int MOST_WARM_UPS = 3;
    private static final int FIRST_REFUSAL = 400;
    /** A campaign with a line, which people can join from an hour before the opening. */
    static final String IN_LINE = """
            campaign: benchmark
            zone: Asia/Seoul
            cohorts:
              - id: age-55-59
                label: { ko: "55~59세", en: "Ages 55-59" }
                rule: cohort-birth-year
                with: { from: 1962, to: 1966 }
            windows:
              - { id: w1, cohort: age-55-59, opens: 2021-07-14T20:00, closes: 2021-07-24T18:00, checkIn: 2021-07-14T19:00, graceMinutes: 10, holdMinutes: 5 }
            waitingRoom: { order: draw, admitPerSecond: 200, maxInside: 40000, passMinutes: 15 }
            """;

    private static final List<String> COLUMNS = List.of(
            "round",
            "portal/s",
            "portal p99 ms",
            "nginx, file by the kernel/s",
            "its p99 ms",
            "ratio",
            "nginx, file kept open/s",
            "ratio to it",
            "errors");

    private final String name;
    private final String title;
    private final String clock;
    private final String path;

    private StaticDrill(String name, String title, String clock, String path) {
        this.name = name;
        this.title = title;
        this.clock = clock;
        this.path = path;
    }

    /** @return what everybody gets before the opening */
    static StaticDrill closed() {
        return new StaticDrill("closed", "The closed answer", "2021-07-14T12:00:00+09:00", "/reserve/clinic");
    }

    /** @return what somebody sees who is in line */
    static StaticDrill waiting() {
        return new StaticDrill(
                "waiting", "The waiting page of somebody in line", "2021-07-14T19:10:00+09:00", "/waiting");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title + ", against nginx with the same bytes";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        Path campaign = Files.writeString(Files.createTempFile("jeongmun-benchmark-", ".yaml"), IN_LINE);
        try (MeasuredPortal portal = MeasuredPortal.start(
                setting.jar(),
                setting.javaOptions(),
                List.of("--demo", "--demo-clock", clock, "--campaign", campaign.toString()))) {
            OneAnswer asking = new OneAnswer(portal.url());
            String cookies = "/waiting".equals(path) ? asking.checkIn() : "";
            Answer answer = asking.get(path, cookies);
            byte[] body = answer.body().getBytes(StandardCharsets.ISO_8859_1);
            try (Nginx kernel = Nginx.start(Nginx.Sending.BY_THE_KERNEL, body);
                    Nginx kept = Nginx.start(Nginx.Sending.KEPT_OPEN, body)) {
                Wrk warming = new Wrk(portal.url().resolve(path), 64, cookies);
                UntilCompiled.warm(
                        portal,
                        MOST_WARM_UPS,
                        () -> warming.warm(setting.warmUp().toSeconds()));
                report.line("Status %d, %d bytes of body."
                        .formatted(answer.status(), answer.body().length()));
                for (int connections : new int[] {64, 1_000}) {
                    Wrk asked = new Wrk(portal.url().resolve(path), connections, cookies);
                    Sides sides = new Sides(
                            answer.status() < FIRST_REFUSAL ? asked : asked.refused(),
                            new Wrk(kernel.url(), connections, ""),
                            new Wrk(kept.url(), connections, ""));
                    report.heading(connections + " connections");
                    compare(sides, connections, new Undisturbed(portal, setting), report);
                }
            }
        } finally {
            Files.deleteIfExists(campaign);
        }
    }

    private record Sides(Wrk portal, Wrk kernel, Wrk kept) {
        Turn turn() throws IOException {
            return new Turn(portal.run(SECONDS), kernel.run(SECONDS), kept.run(SECONDS));
        }
    }

    private record Turn(Wrk.Figures portal, Wrk.Figures kernel, Wrk.Figures kept) {}

    private void compare(Sides sides, int connections, Undisturbed undisturbed, Report report)
            throws IOException, SQLException {
        Ratios ofKernel = new Ratios();
        Ratios ofKept = new Ratios();
        Table table = new Table(COLUMNS.toArray(String[]::new));
        for (int nth = 1; nth <= ROUNDS; nth++) {
            Turn turn = undisturbed.whole(sides::turn);
            Wrk.Figures ours = turn.portal();
            table.row(
                    nth,
                    ours.perSecond(),
                    ours.p99(),
                    turn.kernel().perSecond(),
                    turn.kernel().p99(),
                    ofKernel.add(ours.perSecond(), turn.kernel().perSecond()),
                    turn.kept().perSecond(),
                    ofKept.add(ours.perSecond(), turn.kept().perSecond()),
                    ours.wrong() + turn.kernel().wrong() + turn.kept().wrong());
        }
        report.table(Integer.toString(connections), table);
        undisturbed.tell(report);
        report.line("Of one process of nginx that has its file sent by the kernel: **%.2f**, %s."
                .formatted(ofKernel.median(), ofKernel.spread()));
        report.line("Of one that keeps its file open and sends it itself: **%.2f**, %s."
                        .formatted(ofKept.median(), ofKept.spread()))
                .line("");
        report.goal(
                Goal.CONSTANT_ANSWER,
                "%s, %d connections; %.2f of the faster nginx".formatted(path, connections, ofKept.median()),
                ofKernel.median());
    }
}

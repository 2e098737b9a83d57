package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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

/** Goal 2: an answer that is nearly the same for everybody, against a web server that sends a file of the same bytes. */
final class StaticDrill implements Drill {
    private static final int PAIRS = 5;
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
            try (Nginx nginx = Nginx.sending(answer.body().getBytes(StandardCharsets.ISO_8859_1))) {
                Wrk warming = new Wrk(portal.url().resolve(path), 64, cookies);
                UntilCompiled.warm(
                        portal,
                        MOST_WARM_UPS,
                        () -> warming.warm(setting.warmUp().toSeconds()));
                report.line("Status %d, %d bytes of body."
                        .formatted(answer.status(), answer.body().length()));
                for (int connections : new int[] {64, 1_000}) {
                    Wrk asked = new Wrk(portal.url().resolve(path), connections, cookies);
                    Wrk ours = answer.status() < FIRST_REFUSAL ? asked : asked.refused();
                    Wrk theirs = new Wrk(nginx.url(), connections, "");
                    compare(ours, theirs, connections, portal, setting, report);
                }
            }
        } finally {
            Files.deleteIfExists(campaign);
        }
    }

    private record Pair(Wrk.Figures ours, Wrk.Figures limit) {}

    private void compare(Wrk ours, Wrk theirs, int connections, MeasuredPortal portal, Setting setting, Report report)
            throws IOException, SQLException {
        Undisturbed undisturbed = new Undisturbed(portal, setting);
        List<Double> ratios = new ArrayList<>();
        Table table = new Table("pair", "portal/s", "portal p99 ms", "nginx/s", "nginx p99 ms", "ratio", "errors");
        for (int pair = 1; pair <= PAIRS; pair++) {
            Pair measured = undisturbed.whole(() -> new Pair(ours.run(SECONDS), theirs.run(SECONDS)));
            Wrk.Figures mine = measured.ours();
            Wrk.Figures limit = measured.limit();
            ratios.add(mine.perSecond() / limit.perSecond());
            table.row(
                    pair,
                    mine.perSecond(),
                    mine.p99(),
                    limit.perSecond(),
                    limit.p99(),
                    ratios.get(pair - 1),
                    mine.wrong() + limit.wrong());
        }
        report.heading(connections + " connections");
        report.table(Integer.toString(connections), table);
        undisturbed.tell(report);
        report.line("Median of the ratios: **%.2f**.".formatted(Ratios.median(ratios)));
        report.goal(Goal.CONSTANT_ANSWER, "%s, %d connections".formatted(path, connections), Ratios.median(ratios));
    }
}

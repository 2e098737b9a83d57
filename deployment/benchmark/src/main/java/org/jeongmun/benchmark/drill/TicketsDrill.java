package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jeongmun.benchmark.inprocess.OneOperation;
import org.jeongmun.benchmark.inprocess.TicketBenchmark;
import org.jeongmun.benchmark.limit.Nginx;
import org.jeongmun.benchmark.limit.Wrk;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/** Goal 3: places in line handed out, each to somebody who says who they are, against a file of as many bytes. */
final class TicketsDrill implements Drill {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 3;
    private static final int MOST_WARM_UPS = 6;
    private static final int AT_ONCE = 64;
    private static final List<String> COLUMNS = List.of(
            "round",
            "tickets/s",
            "nginx, file by the kernel/s",
            "ratio",
            "nginx, file kept open/s",
            "ratio to it",
            "portal µs each",
            "database µs each",
            "driver µs each",
            "nginx errors");

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public String title() {
        return "Places in line, against nginx with as many bytes";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        Path campaign = Files.writeString(Files.createTempFile("jeongmun-benchmark-", ".yaml"), StaticDrill.IN_LINE);
        List<String> checkIn =
                List.of("--demo", "--demo-clock", "2021-07-14T19:10:00+09:00", "--campaign", campaign.toString());
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), checkIn);
                Wire wire = new Wire(portal.url(), AT_ONCE);
                Connection database = portal.connect()) {
            PlacesInLine line = new PlacesInLine(portal, wire, AT_ONCE);
            UntilCompiled.warm(portal, MOST_WARM_UPS, () -> line.give(setting.warmUp()));
            line.warmedUp();
            byte[] body = new byte[line.bytesOfAnswer()];
            try (Nginx kernel = Nginx.start(Nginx.Sending.BY_THE_KERNEL, body);
                    Nginx kept = Nginx.start(Nginx.Sending.KEPT_OPEN, body)) {
                Sides sides =
                        new Sides(line, new Wrk(kernel.url(), AT_ONCE, ""), new Wrk(kept.url(), AT_ONCE, ""), portal);
                compare(sides, new Undisturbed(portal, setting), report);
            }
            partsOf(line, portal, report);
            line.requireUnique(database);
            report.line(line.losses().words());
            report.line("%d tickets were handed out with as many different numbers, each with a row of its own."
                    .formatted(line.given()));
        } finally {
            Files.deleteIfExists(campaign);
        }
    }

    private record Sides(PlacesInLine line, Wrk kernel, Wrk kept, MeasuredPortal portal) {
        Turn turn() throws IOException {
            return new Turn(
                    CostOfEach.of(portal.handle(), () -> line.give(Duration.ofSeconds(SECONDS))),
                    kernel.run(SECONDS),
                    kept.run(SECONDS));
        }
    }

    private record Turn(CostOfEach ours, Wrk.Figures kernel, Wrk.Figures kept) {}

    private static void compare(Sides sides, Undisturbed undisturbed, Report report) throws IOException, SQLException {
        Ratios ofKernel = new Ratios();
        Ratios ofKept = new Ratios();
        Table table = new Table(COLUMNS.toArray(String[]::new));
        for (int nth = 1; nth <= ROUNDS; nth++) {
            Turn turn = undisturbed.whole(sides::turn);
            CostOfEach ours = turn.ours();
            sides.line().losses().requireFew();
            table.row(
                    nth,
                    ours.perSecond(),
                    turn.kernel().perSecond(),
                    ofKernel.add(ours.perSecond(), turn.kernel().perSecond()),
                    turn.kept().perSecond(),
                    ofKept.add(ours.perSecond(), turn.kept().perSecond()),
                    ours.portalMicros(),
                    ours.databaseMicros(),
                    ours.driverMicros(),
                    turn.kernel().wrong() + turn.kept().wrong());
        }
        report.heading("%d at once".formatted(AT_ONCE));
        report.line(
                        "A place in line is what the form of check-in is answered with: who it is, whether they may come, a row"
                                + " of their own in the table, a signed ticket. The file has the %d bytes of that answer."
                                        .formatted(sides.line().bytesOfAnswer()))
                .line("");
        report.table("rounds", table);
        report.line("Of one process of nginx that has its file sent by the kernel: **%.2f**, %s."
                .formatted(ofKernel.median(), ofKernel.spread()));
        report.line("Of one that keeps its file open and sends it itself: **%.2f**, %s."
                        .formatted(ofKept.median(), ofKept.spread()))
                .line("");
        undisturbed.tell(report);
        report.goal(Goal.TICKETS, "%.2f of the faster nginx".formatted(ofKept.median()), ofKernel.median());
    }

    /** What the difference is made of: answers of the portal that lack more and more of what a place in line takes. */
    private static void partsOf(PlacesInLine line, MeasuredPortal portal, Report report) throws IOException {
        Table table = new Table("answer", "per second", "portal µs each", "database µs each");
        for (String path : List.of("/robots.txt", "/check-in")) {
            Wrk wrk = new Wrk(portal.url().resolve(path), AT_ONCE, line.cookies());
            wrk.warm(SECONDS);
            row(
                    table,
                    "GET " + path,
                    CostOfEach.of(portal.handle(), () -> wrk.run(SECONDS).answers()));
        }
        row(table, "POST /check-in", CostOfEach.of(portal.handle(), () -> line.give(Duration.ofSeconds(SECONDS))));
        for (OneOperation signing : OneOperation.of(TicketBenchmark.class)) {
            table.row("the signature alone, by JMH", 1e9 / signing.nanos(), signing.nanos() / 1_000, 0.0);
        }
        report.heading("What a place in line is made of");
        report.line(
                        "A file from memory, handed out by the outer lock; the form by Faces; the form sent, with everything it does; and"
                                + " the one part of it that is cryptography.")
                .line("");
        report.table("parts", table);
    }

    private static void row(Table table, String answer, CostOfEach cost) {
        table.row(answer, cost.perSecond(), cost.portalMicros(), cost.databaseMicros());
    }
}

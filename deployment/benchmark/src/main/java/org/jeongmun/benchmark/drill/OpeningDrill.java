package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jeongmun.benchmark.evening.Evening;
import org.jeongmun.benchmark.evening.EveningPlan;
import org.jeongmun.benchmark.evening.WindowTimes;
import org.jeongmun.benchmark.ledger.Supply;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Report;

/** The story at full size: 13,000 clinics, 1.87 million places, a crowd in line, 20:00, the rush, the end. */
final class OpeningDrill implements Drill {
    private static final int FIRST = 1_000_000;
    private static final double SECOND = 1e9;
    private static final double MORE = 1.25;
    private static final Duration BEFORE_CHECK_IN = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "opening";
    }

    @Override
    public String title() {
        return "The opening: a crowd in line, 20:00, the rush and the end";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        EveningOptions options = setting.evening();
        EveningPlan plan = options.plan();
        Path campaign = Files.writeString(Files.createTempFile("jeongmun-benchmark-", ".yaml"), plan.campaign());
        String clock = plan.clock(options.seeding().plus(BEFORE_CHECK_IN));
        try (MeasuredPortal portal = MeasuredPortal.start(
                setting.jar(),
                setting.javaOptions(),
                List.of("--demo", "--demo-clock", clock, "--campaign", campaign.toString()))) {
            double seeding = seed(portal, options);
            new Undisturbed(portal, setting).settle();
            leaveTimeToCheckIn(portal, plan, seeding);
            Supply before = supply(portal);
            CpuReading from = CpuReading.now(portal.handle());
            Evening evening =
                    new Evening(portal.url(), portal::connect, plan, FIRST, line -> System.out.println("  " + line));
            Evening.Outcome outcome = evening.live();
            CpuUse use = CpuReading.now(portal.handle()).since(from);
            if (!outcome.broken().isEmpty()) {
                throw new PromiseBrokenException(outcome.broken());
            }
            if (use.isDisturbed() && !setting.despiteForeignLoad()) {
                throw new DisturbedException(use.foreign());
            }
            report.line("");
            report.line("%,d clinics, made in %.0f s.".formatted(options.clinics(), seeding));
            new EveningReport(outcome, report).write(plan, use, before, supply(portal));
            report.goal(Goal.BOOKS, "opening", 0);
        } finally {
            Files.deleteIfExists(campaign);
        }
    }

    private static Supply supply(MeasuredPortal portal) throws SQLException {
        try (Connection database = portal.connect()) {
            return Supply.of(database);
        }
    }

    /** The clinics of the demo are there already, with places of their own. @return seconds */
    private static double seed(MeasuredPortal portal, EveningOptions options) throws IOException {
        long began = System.nanoTime();
        portal.command("seed", "--clinics", "300", "--days", "20", "--capacity", "0");
        System.out.printf("Seeding %,d clinics, with times of %d days ...%n", options.clinics(), options.days());
        portal.commandAloud(
                "seed",
                "--clinics",
                Integer.toString(options.clinics()),
                "--days",
                Integer.toString(options.days()),
                "--capacity",
                Integer.toString(options.capacity()));
        double seconds = (System.nanoTime() - began) / SECOND;
        System.out.printf("Seeded in %.0f s.%n", seconds);
        return seconds;
    }

    /** Where the clinics are made later than planned the opening is postponed, as an operator would. */
    private static void leaveTimeToCheckIn(MeasuredPortal portal, EveningPlan plan, double seeding)
            throws IOException, SQLException {
        double left;
        String later;
        try (Connection database = portal.connect()) {
            WindowTimes times = WindowTimes.of(database).get(0);
            left = (times.opensAt() - System.nanoTime()) / SECOND
                    - plan.checkIn().toSeconds();
            later = Supply.timeIn(database, plan.checkIn());
        }
        if (left < -plan.checkIn().toSeconds()) {
            throw new IOException(
                    ("The clinics took %.0f s, which is so much longer than was left for them that 20:00 has"
                                    + " passed; leave them more with --seeding %.0f.")
                            .formatted(seeding, Math.ceil(seeding * MORE)));
        }
        if (left >= 0) {
            System.out.printf("Check-in begins in %.0f s.%n", left);
            return;
        }
        System.out.println("The clinics came late; the opening is postponed to " + later + ".");
        portal.command("campaign", "postpone", "w0714", later, "--reason", "the clinics came late");
    }
}

package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jeongmun.benchmark.evening.AdmissionRate;
import org.jeongmun.benchmark.evening.AdmissionWatch;
import org.jeongmun.benchmark.evening.OpenRound;
import org.jeongmun.benchmark.evening.RoundsPlan;
import org.jeongmun.benchmark.evening.WindowTimes;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Report;

/** Goal 7: how many journeys end in a code when ten times as many people come as are let in, against as many. */
final class OverloadDrill implements Drill {
    private static final int TIMES = 10;
    private static final int PEOPLE_OF_A_ROUND = 1_000_000;
    private static final int SPARE = 2 * Undisturbed.REPEATS;
    private static final Duration GAP = Duration.ofSeconds(3);
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String title() {
        return "Journeys that end in a code, at ten times the offered admission against one times";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        RoundsPlan plan = plan(setting);
        Path campaign = Files.writeString(Files.createTempFile("jeongmun-benchmark-", ".yaml"), plan.campaign());
        try (MeasuredPortal portal = MeasuredPortal.start(
                setting.jar(),
                setting.javaOptions(),
                List.of("--demo", "--demo-clock", plan.clock(BEFORE_THE_FIRST), "--campaign", campaign.toString()))) {
            Turns turns = new Turns(portal, setting, plan.admitPerSecond());
            turns.live(false);
            List<OverloadRound> measured = new ArrayList<>();
            for (int round = 0; round < 2 * setting.evening().pairs(); round++) {
                // The other one first in every second pair: Java grows warmer, and tables longer.
                measured.add(turns.undisturbed(round % 4 == 1 || round % 4 == 2));
            }
            requireKept(turns.lived, turns.ledger, portal);
            new OverloadReport(measured, turns.ledger, report).write(plan.admitPerSecond());
            Undisturbed.tell(turns.lived.size() - 1 - measured.size(), report);
        } finally {
            Files.deleteIfExists(campaign);
        }
    }

    private static void requireKept(List<OverloadRound> rounds, Ledger ledger, MeasuredPortal portal)
            throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Connection database = portal.connect()) {
            broken.addAll(ledger.brokenPromises(database));
        }
        rounds.stream()
                .map(round -> round.open().diary().servedOutside())
                .filter(outside -> !outside.isEmpty())
                .forEach(outside -> broken.add("served while it was shut: " + outside));
        if (!broken.isEmpty()) {
            throw new PromiseBrokenException(broken);
        }
    }

    /**
     * One to warm up, then as many people as are let in and ten times as many, in turns, and some for what is
     * disturbed.
     */
    private static RoundsPlan plan(Setting setting) {
        List<Duration> lengths = new ArrayList<>();
        lengths.add(setting.warmUp());
        for (int round = 0; round < 2 * setting.evening().pairs() + SPARE; round++) {
            lengths.add(setting.span().plusSeconds(OverloadRound.SETTLE));
        }
        return new RoundsPlan(lengths, GAP, setting.evening().admitUnderLoad());
    }

    /** The windows of the plan, each for one round, in their order. */
    private static final class Turns {
        private final MeasuredPortal portal;
        private final Setting setting;
        private final int admit;
        private final List<WindowTimes> windows;
        private final Ledger ledger = new Ledger();
        private final List<OverloadRound> lived = new ArrayList<>();

        Turns(MeasuredPortal portal, Setting setting, int admit) throws SQLException {
            this.portal = portal;
            this.setting = setting;
            this.admit = admit;
            try (Connection database = portal.connect()) {
                windows = WindowTimes.of(database);
            }
        }

        /**
         * Lives through the next window, and through another one when others used the machine, while there is one left.
         */
        OverloadRound undisturbed(boolean isOver) throws SQLException {
            OverloadRound round = live(isOver);
            for (int repeat = 0; round.use().isDisturbed() && !setting.despiteForeignLoad(); repeat++) {
                if (repeat == Undisturbed.REPEATS || lived.size() == windows.size()) {
                    throw new DisturbedException(round.use().foreign());
                }
                round = live(isOver);
            }
            return round;
        }

        OverloadRound live(boolean isOver) throws SQLException {
            int at = lived.size();
            WindowTimes times = windows.get(at);
            double offered = isOver ? TIMES * admit : admit;
            OpenRound open = new OpenRound(times, ledger);
            AdmissionWatch watch = AdmissionWatch.begin(portal::connect, times);
            CpuReading before = CpuReading.now(portal.handle());
            open.live(portal.url(), offered, (at + 1) * PEOPLE_OF_A_ROUND, new Random(at));
            CpuUse use = CpuReading.now(portal.handle()).since(before);
            System.out.printf(
                    "  %s: %.0f people a second, %.1f codes a second%n",
                    at == 0 ? "warming up" : "round " + at, offered, open.goodput(OverloadRound.SETTLE));
            try (Connection database = portal.connect()) {
                AdmissionRate admission = AdmissionRate.of(database, times, watch, open.timeline(), true);
                lived.add(new OverloadRound(isOver, offered, open, use, admission));
            }
            return lived.get(at);
        }
    }
}

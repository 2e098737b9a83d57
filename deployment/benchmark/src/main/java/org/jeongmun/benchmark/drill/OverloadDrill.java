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
        Ledger ledger = new Ledger();
        List<OverloadRound> rounds = rounds(plan, setting, ledger);
        List<OverloadRound> measured = rounds.subList(1, rounds.size());
        for (OverloadRound round : measured) {
            if (round.use().isDisturbed() && !setting.despiteForeignLoad()) {
                throw new DisturbedException(round.use().foreign());
            }
        }
        new OverloadReport(measured, ledger, report).write(plan.admitPerSecond());
    }

    private static List<OverloadRound> rounds(RoundsPlan plan, Setting setting, Ledger ledger)
            throws IOException, SQLException {
        Path campaign = Files.writeString(Files.createTempFile("jeongmun-benchmark-", ".yaml"), plan.campaign());
        List<OverloadRound> rounds = new ArrayList<>();
        try (MeasuredPortal portal = MeasuredPortal.start(
                setting.jar(),
                setting.javaOptions(),
                List.of("--demo", "--demo-clock", plan.clock(BEFORE_THE_FIRST), "--campaign", campaign.toString()))) {
            List<WindowTimes> windows;
            try (Connection database = portal.connect()) {
                windows = WindowTimes.of(database);
            }
            for (int at = 0; at < windows.size(); at++) {
                rounds.add(round(at, windows.get(at), plan.admitPerSecond(), portal, ledger));
            }
            requireKept(rounds, ledger, portal);
        } finally {
            Files.deleteIfExists(campaign);
        }
        return rounds;
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

    /** One to warm up, then as many people as are let in and ten times as many, in turns. */
    private static RoundsPlan plan(Setting setting) {
        List<Duration> lengths = new ArrayList<>();
        lengths.add(setting.warmUp());
        for (int round = 0; round < 2 * setting.evening().pairs(); round++) {
            lengths.add(setting.span().plusSeconds(OverloadRound.SETTLE));
        }
        return new RoundsPlan(lengths, GAP, setting.evening().admitUnderLoad());
    }

    private static OverloadRound round(int at, WindowTimes times, int admit, MeasuredPortal portal, Ledger ledger) {
        boolean isOver = at > 0 && at % 2 == 0;
        double offered = isOver ? TIMES * admit : admit;
        OpenRound open = new OpenRound(times, ledger);
        CpuReading before = CpuReading.now(portal.handle());
        open.live(portal.url(), offered, (at + 1) * PEOPLE_OF_A_ROUND, new Random(at));
        CpuUse use = CpuReading.now(portal.handle()).since(before);
        System.out.printf(
                "  %s: %.0f people a second, %.1f codes a second%n",
                at == 0 ? "warming up" : "round " + at, offered, open.goodput(OverloadRound.SETTLE));
        return new OverloadRound(isOver, offered, open, use);
    }
}

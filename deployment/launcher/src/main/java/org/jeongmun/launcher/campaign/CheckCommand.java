package org.jeongmun.launcher.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import org.jeongmun.launcher.supply.SupplyCheck;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.supply.Pool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code campaign check}: reads a file and says everything that is wrong with it; needs no database, unless asked to.
 */
@Command(
        name = "check",
        description = "Checks a campaign file, naming the line of every fault; needs no database by itself.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Left out, graceMinutes is 10, holdMinutes 5, admitPerSecond 200, maxInside",
            "40000, passMinutes 15, perRepresentative 4, and order arrival; but where a",
            "window has checkIn, order must be given.",
            "Effective rate: admitPerSecond, or maxInside people in each passMinutes where",
            "that is less. Drain time: until so many people have been let in at most,",
            "maxInside of them at full speed and the others at the effective rate."
        })
final class CheckCommand implements Callable<Integer> {
    private static final long SAMPLE = 1_000_000;

    @Mixin
    private CampaignOptions options;

    @Option(
            names = "--with-slots",
            description = "Compares the pools with the slots of the database, by sido; exit code 1 when these have not"
                    + " enough room.")
    private boolean withSlots;

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<String> leftOut = new ArrayList<>();
        Optional<Campaign> campaign = options.read(
                spec.commandLine().getErr(), (read, rules) -> leftOut.addAll(PeopleLeftOut.of(read.schedule(), rules)));
        if (campaign.isEmpty()) {
            return ExitCode.WRONG_USAGE.number();
        }
        OpeningSchedule schedule = campaign.get().schedule();
        Progress out = new Progress();
        out.line("Campaign %s has no faults: %d cohort(s), %d window(s)."
                .formatted(
                        schedule.campaign(),
                        schedule.cohorts().size(),
                        schedule.windows().size()));
        Difference.between(Optional.empty(), campaign.get()).forEach(line -> out.line("  " + line));
        leftOut.forEach(out::line);
        long pooled =
                campaign.get().supply().pools().stream().mapToLong(Pool::total).sum();
        Rate.lines(campaign.get().waitingRoom(), pooled == 0 ? SAMPLE : pooled, "places")
                .forEach(out::line);
        return withSlots ? compared(campaign.get(), out).number() : ExitCode.DONE.number();
    }

    private ExitCode compared(Campaign campaign, Progress out) {
        boolean[] enough = {true};
        OwnerWork.run(database, out, owner -> {
            SupplyCheck check = new SupplyCheck(owner, campaign.schedule().zone());
            for (Pool pool : campaign.supply().pools()) {
                SupplyCheck.Result result = check.of(pool);
                result.lines().forEach(out::line);
                enough[0] &= result.enough();
            }
        });
        return enough[0] ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}

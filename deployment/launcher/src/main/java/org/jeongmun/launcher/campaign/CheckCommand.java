package org.jeongmun.launcher.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.schedule.OpeningSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code campaign check}: reads a file and says everything that is wrong with it; needs no database. */
@Command(
        name = "check",
        description = "Checks a campaign file, naming the line of every fault; needs no database.",
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
public final class CheckCommand implements Callable<Integer> {
    private static final long SAMPLE = 1_000_000;

    @Mixin
    private CampaignOptions options;

    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public CheckCommand() {}

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
        Rate.lines(campaign.get().waitingRoom(), SAMPLE, "places").forEach(out::line);
        return ExitCode.DONE.number();
    }
}

package org.jeongmun.launcher.campaign;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Line;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code campaign apply}: puts a file in force as a new version of the schedule. */
@Command(
        name = "apply",
        description = "Puts a campaign file in force as a new version of the schedule, and prints what changes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A window that is open is never altered by a file, nor is who belongs to its",
            "cohort: only `campaign extend` can make it close later. A window that has",
            "closed stays as it was. Before its opening everything about a window may",
            "change; what becomes earlier needs --earlier --reason TEXT."
        })
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private CampaignOptions options;

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--earlier", description = "An opening or a check-in may become earlier than announced.")
    private boolean earlier;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record; needed with --earlier.")
    private String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (earlier && reason == null) {
            throw CommandFailure.wrongUsage("--earlier needs --reason TEXT: say why, for the record.");
        }
        Optional<String> checkedReason = Optional.ofNullable(reason).map(text -> Line.checked("--reason", text));
        boolean isRead = options.read(
                        spec.commandLine().getErr(), (campaign, rules) -> apply(campaign, checkedReason, rules))
                .isPresent();
        return (isRead ? ExitCode.DONE : ExitCode.WRONG_USAGE).number();
    }

    private void apply(Campaign campaign, Optional<String> why, EligibilityRules rules) {
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> {
            ScheduleChange change = new ScheduleChange(owner);
            (earlier ? change.applyThoughEarlier(campaign, why.orElseThrow()) : change.apply(campaign, why, rules))
                    .print(progress);
            InForce.allot(owner, progress).ifPresent(allotted -> allotted.print(progress));
            Rate.lines(campaign.waitingRoom(), new StoredCampaigns(owner).placesAhead(), "free places")
                    .forEach(progress::line);
        });
    }
}

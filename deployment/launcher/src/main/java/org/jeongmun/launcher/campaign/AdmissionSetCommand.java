package org.jeongmun.launcher.campaign;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Line;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code admission set}: changes the rate of all lines, as a new version of the schedule. */
@Command(
        name = "set",
        description = "Sets how many people are let in each second, and how many may be inside at once.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In force on every node within a second, as a new version of the schedule. What",
            "is not named stays. The next `campaign apply` says again what its file says."
        })
final class AdmissionSetCommand implements Callable<Integer> {
    @Option(
            names = "--per-second",
            paramLabel = "N",
            required = true,
            description = "People per second, 1 to 1000000, shared among all open lines.")
    private int perSecond;

    @Option(names = "--max-inside", paramLabel = "M", description = "People inside at once, 1 to 100000000.")
    private Integer maxInside;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the record.")
    private String reason;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        requireInRange("--per-second", perSecond, CampaignReader.MOST);
        Optional<Integer> inside = Optional.ofNullable(maxInside);
        inside.ifPresent(most -> requireInRange("--max-inside", most, 100 * CampaignReader.MOST));
        String checkedReason = Line.checked("--reason", reason);
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> {
            new ScheduleChange(owner).admit(perSecond, inside, checkedReason).print(progress);
            StoredCampaigns stored = new StoredCampaigns(owner);
            Rate.lines(stored.inForce().flatMap(Campaign::waitingRoom), stored.placesAhead(), "free places")
                    .forEach(progress::line);
        });
        return ExitCode.DONE.number();
    }

    private static void requireInRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw CommandFailure.wrongUsage("%s %d: name a number from 1 to %d.".formatted(option, value, most));
        }
    }
}

package org.jeongmun.launcher.campaign;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code campaign extend}: moves one window to later, as a new version of the schedule. */
@Command(
        name = "extend",
        description = "Closes a window later, be it open or not.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The new closing may not reach into the next window of the same cohort. A",
            "window that has closed already is open again until the new closing."
        })
final class ExtendCommand implements Callable<Integer> {
    @Mixin
    private WindowOptions options;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        String reason = options.reason();
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> {
            ScheduleChange change = new ScheduleChange(owner);
            change.extend(options.window(), options.time(), reason).print(progress);
            InForce.allot(owner, progress).ifPresent(allotted -> allotted.print(progress));
        });
        return ExitCode.DONE.number();
    }
}

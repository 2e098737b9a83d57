package org.jeongmun.launcher.campaign;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code campaign postpone}: moves one window to later, as a new version of the schedule. */
@Command(
        name = "postpone",
        description = "Opens a window later that has not opened yet.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Check-in that has not begun moves along with the opening; one that has begun",
            "goes on, and everybody keeps their place in line. The closing stays. In the",
            "last second before its opening a window cannot be stopped."
        })
final class PostponeCommand implements Callable<Integer> {
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
            change.postpone(options.window(), options.time(), reason).print(progress);
            InForce.allot(owner, progress).ifPresent(allotted -> allotted.print(progress));
        });
        return ExitCode.DONE.number();
    }
}

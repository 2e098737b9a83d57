package org.jeongmun.launcher.desk;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code maintenance off}: the schedule rules again. */
@Command(
        name = "off",
        description = "Lets every door follow the schedule again; says so when it was off already.",
        mixinStandardHelpOptions = true)
final class MaintenanceOffCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        Progress progress = new Progress();
        OwnerWork.run(
                database,
                progress,
                owner -> new Desk(owner, Operator.atThisTerminal())
                        .maintenanceOff()
                        .forEach(progress::line));
        return ExitCode.DONE.number();
    }
}

package org.jeongmun.launcher.desk;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Line;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code maintenance on}: shuts the portal, running or not, until somebody switches it off. */
@Command(
        name = "on",
        description = "Shuts everything but the notices and receipts; on again, it changes the reason.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Bookings and places in line are kept. Whoever confirms in that moment has either",
            "been told a code, and then it holds, or has nothing."
        })
final class MaintenanceOnCommand implements Callable<Integer> {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for the record; operators alone see it.")
    private String reason;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "When citizens are promised the next notice, in the campaign's zone or with an offset; once"
                    + " it is past, nobody is told it any more. Left out, what was promised stays; none takes it back.")
    private String until;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        String why = Line.checked("--reason", reason);
        Progress progress = new Progress();
        OwnerWork.run(
                database,
                progress,
                owner -> new Desk(owner, Operator.atThisTerminal())
                        .maintenanceOn(why, Optional.ofNullable(until))
                        .forEach(progress::line));
        return ExitCode.DONE.number();
    }
}

package org.jeongmun.launcher.draw;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code draw value}: enters the public random value that was announced. */
@Command(
        name = "value",
        description = "Enters the public random value of a draw.",
        mixinStandardHelpOptions = true,
        footer = {"", "From the announced time on and before the opening, once: it is never changed."})
final class ValueCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WINDOW", description = "The window's id.")
    private String window;

    @Option(
            names = "--value",
            paramLabel = "TEXT",
            required = true,
            description = "The value, character for character.")
    private String value;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        String checked = OneLine.checked("--value", value);
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> progress.line(new Beacon(owner, window).enter(checked)));
        return ExitCode.DONE.number();
    }
}

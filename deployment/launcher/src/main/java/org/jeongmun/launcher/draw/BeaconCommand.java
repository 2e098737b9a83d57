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

/** {@code draw beacon}: announces the public random value that will be mixed into a draw. */
@Command(
        name = "beacon",
        description = "Announces which public random value will be mixed into a draw.",
        mixinStandardHelpOptions = true,
        footer = {"", "Possible until the first person has joined. Everybody reads it in /waiting/status.json."})
final class BeaconCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WINDOW", description = "The window's id.")
    private String window;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            required = true,
            description = "Where everybody can read the value.")
    private String source;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            description = "From when it is known; in the campaign's zone, or with an offset.")
    private String at;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        String checked = OneLine.checked("--source", source);
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> progress.line(new Beacon(owner, window).announce(checked, at)));
        return ExitCode.DONE.number();
    }
}

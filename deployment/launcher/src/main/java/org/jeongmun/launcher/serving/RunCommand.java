package org.jeongmun.launcher.serving;

import java.nio.channels.FileChannel;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DataFolder;
import org.jeongmun.launcher.database.DatabaseOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: migrate, then serve until SIGTERM. */
@Command(
        name = "run",
        description = "Starts the database, brings its schema up to date, and serves until SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Mixin
    private RunOptions options;

    /** Made by picocli. */
    public RunCommand() {}

    @Override
    public Integer call() {
        Settings settings = new Settings();
        Progress progress = new Progress();
        RunSettings checked = RunSettings.of(options, settings);
        checked.listeners().checkFree();
        DataFolder folder = database.folder();
        FileChannel lock = folder.lock()
                .orElseThrow(() -> CommandFailure.notThere(
                        "%s is in use by another portal: stop it, or name another folder with --data."
                                .formatted(folder.path())));
        new Portal(checked, settings, folder, progress).serveUntilAsked(lock);
        return ExitCode.DONE.number();
    }
}

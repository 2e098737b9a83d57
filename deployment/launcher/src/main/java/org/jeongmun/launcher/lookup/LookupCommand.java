package org.jeongmun.launcher.lookup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lookup}: what can be done for partners beside serving them. */
@Command(
        name = "lookup",
        description = "Prepares what partners need before an opening.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = LookupCommand.Export.class)
public final class LookupCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public LookupCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is named");
    }

    /** {@code lookup export DIR}. */
    @Command(
            name = "export",
            description = {
                "Writes the directory without availability, for partners to load in advance:",
                "  clinics.csv   every clinic, with the columns that `clinics import` takes",
                "  openapi.yaml  the description of the look-up"
            },
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Mixin
        private DatabaseOptions database;

        @Parameters(paramLabel = "DIR", description = "A folder, made where it is missing; files in it are replaced.")
        private Path folder;

        @Override
        public Integer call() {
            Progress progress = new Progress();
            DirectoryExport export = new DirectoryExport(folder, progress);
            export.prepare();
            try (DatabaseSession session = new Databases(new Settings(), progress).openExisting(database.path())) {
                session.requireSchema();
                export.write(session);
            }
            return ExitCode.DONE.number();
        }
    }
}

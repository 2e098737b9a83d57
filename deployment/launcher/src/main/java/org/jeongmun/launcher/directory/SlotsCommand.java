package org.jeongmun.launcher.directory;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slots}: what can be done with the slots of the directory. */
@Command(
        name = "slots",
        description = "Works on the slots of the directory.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = SlotsCommand.Import.class)
public final class SlotsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public SlotsCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is named");
    }

    /** {@code slots import FILE}. */
    @Command(
            name = "import",
            description = {
                "Takes slots from a CSV file.",
                "The file is RFC 4180, UTF-8, with the header",
                "  clinic_id,starts_at,ends_at,vaccine,capacity",
                "Times are 2021-07-26T09:00+09:00, or 2021-07-26T09:00 in the campaign's zone, which is Asia/Seoul"
                        + " before a campaign is in force. A slot is known by clinic, start and vaccine: new ones are"
                        + " added, known ones updated, others left alone. A file with a bad line is refused whole, and"
                        + " every bad line is listed. A capacity below the places taken becomes the places taken, and"
                        + " is listed. People may book meanwhile; only those who book a slot that the file changes"
                        + " wait for its end."
            },
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Mixin
        private DatabaseOptions database;

        @Parameters(paramLabel = "FILE", description = "slots.csv")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Progress progress = new Progress();
            CsvImport slots = new CsvImport(file, progress, spec.commandLine().getErr()::println, progress::line);
            OwnerWork.run(database, progress, slots::slots);
            return ExitCode.DONE.number();
        }
    }
}

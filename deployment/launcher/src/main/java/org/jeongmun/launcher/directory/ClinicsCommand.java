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

/** {@code clinics}: what can be done with the clinics of the directory. */
@Command(
        name = "clinics",
        description = "Works on the clinics of the directory.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ClinicsCommand.Import.class)
public final class ClinicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public ClinicsCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is named");
    }

    /** {@code clinics import FILE}. */
    @Command(
            name = "import",
            description = {
                "Takes clinics from a CSV file.",
                "The file is RFC 4180, UTF-8, with the header",
                "  clinic_id,name,sido,sigungu,address,phone,latitude,longitude",
                "New ones are added, known ones updated, others left alone. A file with a bad line is refused whole,"
                        + " and every bad line is listed. sigungu is empty in Sejong alone; line breaks in a field"
                        + " become blanks."
            },
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Mixin
        private DatabaseOptions database;

        @Parameters(paramLabel = "FILE", description = "clinics.csv")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Progress progress = new Progress();
            CsvImport clinics = new CsvImport(file, progress, spec.commandLine().getErr()::println, progress::line);
            OwnerWork.run(database, progress, clinics::clinics);
            return ExitCode.DONE.number();
        }
    }
}

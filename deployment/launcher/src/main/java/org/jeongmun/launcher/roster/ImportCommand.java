package org.jeongmun.launcher.roster;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jeongmun.eligibility.RosterId;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import org.jeongmun.launcher.directory.CsvImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roster import}: takes the people of a CSV file in the place of those who were on the roster. */
@Command(
        name = "import",
        description = {
            "Takes people from a CSV file.",
            "The file is RFC 4180, UTF-8, with the header",
            "  name,birth_date,phone",
            "and birth dates such as 1964-03-15 or 19640315.",
            "The roster then names them and nobody else, at once and on every node. A file with a bad line is refused"
                    + " whole, and every bad line is listed. Only keyed hashes are kept: delete the file when it is"
                    + " not needed any more."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Parameters(paramLabel = "FILE", description = "The people, CSV.")
    private Path file;

    @Option(
            names = "--roster",
            paramLabel = "ID",
            required = true,
            description = "What a campaign file calls the roster: a-z, 0-9 and hyphens, at most 64.")
    private String roster;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RosterId id = id();
        Progress progress = new Progress();
        CsvImport people = new CsvImport(file, progress, spec.commandLine().getErr()::println, progress::line);
        OwnerWork.run(database, progress, owner -> new RosterChange(owner, progress).make(id, people));
        return ExitCode.DONE.number();
    }

    private RosterId id() {
        try {
            return new RosterId(roster);
        } catch (IllegalArgumentException otherForm) {
            throw CommandFailure.wrongUsage("--roster: " + otherForm.getMessage());
        }
    }
}

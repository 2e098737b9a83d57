package org.jeongmun.launcher.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.ReadableFile;

/** Takes a whole CSV file into the database, or nothing of it. */
public final class CsvImport {
    private final Path file;
    private final Progress progress;
    private final Listing refused;
    private final Listing kept;

    /**
     * @param refused where the lines are listed for whose sake the file is refused
     * @param kept where the lines are listed whose slots keep more places than they say
     * @throws CommandFailure when there is no such file
     */
    public CsvImport(Path file, Progress progress, Listing refused, Listing kept) {
        ReadableFile.require(file);
        this.file = file;
        this.progress = progress;
        this.refused = refused;
        this.kept = kept;
    }

    /** Imports clinics.csv. */
    void clinics(Connection owner) throws SQLException {
        DirectoryChange.make(owner, progress, connection -> {
            try (ClinicIntake intake = new ClinicIntake(connection)) {
                return store(intake, new ClinicColumns());
            }
        });
    }

    /** Imports slots.csv, and tells which slots keep more places than it says. */
    void slots(Connection owner) throws SQLException {
        DirectoryChange.make(owner, progress, connection -> {
            SlotColumns columns = new SlotColumns(PortalDay.zone(connection));
            try (SlotIntake intake = new SlotIntake(connection)) {
                Changes changes = store(intake, columns);
                intake.forEachKept((line, capacity, taken) -> kept.line(
                        "line %d: capacity %d is less than the %d places that are taken or allotted; the slot has %d"
                                .formatted(line, capacity, taken, taken)));
                return changes;
            }
        });
    }

    /**
     * Takes the rows of the file in.
     *
     * @throws CommandFailure exit code 2, when a line is bad; all such lines are listed then
     */
    public <R> Changes store(Intake<R> intake, Columns<R> columns) throws SQLException {
        Faults faults = new Faults();
        progress.begin("Reading " + file.getFileName());
        read(intake, columns, faults);
        intake.endOfRows();
        progress.end("done");
        progress.begin("Checking");
        intake.check(faults);
        progress.end(faults.count() == 0 ? "every line is fine" : "%,d line(s) are not".formatted(faults.count()));
        refuse(faults);
        progress.begin("Storing");
        Changes changes = intake.store(progress);
        progress.end(changes.toString());
        return changes;
    }

    private <R> void read(Intake<R> intake, Columns<R> columns, Faults faults) throws SQLException {
        try {
            new CsvFile<>(file, columns).read(intake, faults, progress);
        } catch (IOException unreadable) {
            throw CommandFailure.notThere(
                    "%s cannot be read to its end; nothing was imported.".formatted(file), unreadable);
        }
    }

    private void refuse(Faults faults) {
        if (faults.count() == 0) {
            return;
        }
        faults.listed().forEach((line, reason) -> refused.line("line %d: %s".formatted(line, reason)));
        throw CommandFailure.wrongUsage(String.format(
                Locale.ROOT,
                "%s: %,d line(s) refused and nothing imported; correct them and import the file again.",
                file,
                faults.count()));
    }

    /** Where lines for the operator go. */
    public interface Listing {
        /** Puts out one line. */
        void line(String text);
    }
}

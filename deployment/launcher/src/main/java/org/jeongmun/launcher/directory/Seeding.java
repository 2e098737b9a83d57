package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jeongmun.launcher.Progress;

/** Fills the directory with clinics that do not exist, for demos and benchmarks. */
public final class Seeding {
    private Seeding() {}

    /**
     * Adds clinics in all 17 sido, roughly where people live, and their slots. The same arguments make the same
     * clinics, and a larger number adds to those of a smaller one; clinics and slots that are there already are
     * updated, and what else is in the directory is left alone. All of it happens or nothing.
     *
     * @param owner a connection that has put on the owning role, in auto-commit; it stays so
     * @param clinics how many, in all 17 sido when 17 or more, in all districts when 229 or more
     * @param days how many working days, Monday to Friday, of 16 slots each
     * @param capacity the places of each slot; where more are taken, as many as are taken
     * @param firstDay the first of these days, or the Monday after it
     */
    public static void fill(
            Connection owner, int clinics, int days, int capacity, LocalDate firstDay, Progress progress)
            throws SQLException {
        SyntheticClinics directory = new SyntheticClinics(clinics);
        SyntheticSlots hours = new SyntheticSlots(firstDay, days, capacity);
        DirectoryChange.make(owner, progress, connection -> {
            progress.begin("Seeding clinics");
            progress.end(storeClinics(connection, directory, progress).toString());
            Changes changes = storeSlots(connection, directory, hours, (long) clinics * hours.perClinic(), progress);
            progress.end(changes.toString());
            return changes;
        });
    }

    private static Changes storeClinics(Connection connection, SyntheticClinics directory, Progress progress)
            throws SQLException {
        try (ClinicIntake intake = new ClinicIntake(connection)) {
            directory.<SQLException>forEach((index, clinic) -> intake.add(index, clinic));
            intake.endOfRows();
            return intake.store(progress);
        }
    }

    private static Changes storeSlots(
            Connection connection, SyntheticClinics directory, SyntheticSlots hours, long total, Progress progress)
            throws SQLException {
        progress.begin("Making slots");
        try (SlotIntake intake = new SlotIntake(connection)) {
            directory.<SQLException>forEach((index, clinic) -> {
                long before = (long) index * hours.perClinic();
                hours.<SQLException>forEach(index, clinic, slot -> intake.add(before, slot));
                progress.reached(before + hours.perClinic(), total);
            });
            intake.endOfRows();
            progress.end("%,d".formatted(total));
            progress.begin("Storing slots");
            return intake.store(progress);
        }
    }
}

package org.jeongmun.launcher.directory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seed}: clinics that do not exist, for demos and benchmarks. */
@Command(
        name = "seed",
        description =
                "Adds synthetic clinics over all 17 sido, with slots; the same arguments make the same ones again.",
        mixinStandardHelpOptions = true)
public final class SeedCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Option(names = "--clinics", paramLabel = "N", required = true, description = "How many clinics, up to 1,000,000.")
    private int clinics;

    @Option(
            names = "--days",
            paramLabel = "D",
            required = true,
            description = "How many working days, up to 1,000, of 16 half-hours each.")
    private int days;

    @Option(names = "--capacity", paramLabel = "C", required = true, description = "The places of each half-hour.")
    private int capacity;

    @Option(
            names = "--first-day",
            paramLabel = "DATE",
            description = "The first of the days (default: the day after the portal's today; in a demo not before"
                    + " 2021-07-26, and with --csv that day).")
    private LocalDate firstDay;

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            description = "Writes clinics.csv and slots.csv into this folder instead, for the import commands.")
    private Path csv;

    /** Made by picocli. */
    public SeedCommand() {}

    @Override
    public Integer call() {
        require(clinics >= 1 && clinics <= 1_000_000, "--clinics", "1 to 1000000");
        require(days >= 1 && days <= 1_000, "--days", "1 to 1000");
        require(
                capacity >= 0 && capacity <= SlotColumns.MAX_CAPACITY,
                "--capacity",
                "0 to " + SlotColumns.MAX_CAPACITY);
        if (firstDay != null) {
            requireFitting(firstDay);
        }
        Progress progress = new Progress();
        if (csv != null) {
            LocalDate first = firstDay == null ? PortalDay.OF_THE_STORY : firstDay;
            new SyntheticFiles(csv, progress)
                    .write(new SyntheticClinics(clinics), new SyntheticSlots(first, days, capacity));
            return ExitCode.DONE.number();
        }
        OwnerWork.run(database, progress, owner -> fill(owner, progress));
        return ExitCode.DONE.number();
    }

    private void fill(Connection owner, Progress progress) throws SQLException {
        LocalDate first = firstDay == null ? PortalDay.next(owner) : firstDay;
        requireFitting(first);
        Seeding.fill(owner, clinics, days, capacity, first, progress);
    }

    private void requireFitting(LocalDate first) {
        if (!SyntheticSlots.fit(first, days)) {
            throw CommandFailure.wrongUsage(
                    "--first-day %s: give one from 2000-01-01 on, so that the last of the %d days is in 2199 at the latest."
                            .formatted(first, days));
        }
    }

    private static void require(boolean fine, String option, String range) {
        if (!fine) {
            throw CommandFailure.wrongUsage("%s: give a number from %s.".formatted(option, range));
        }
    }
}

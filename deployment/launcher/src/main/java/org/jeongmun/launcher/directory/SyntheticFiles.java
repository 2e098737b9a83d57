package org.jeongmun.launcher.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;

/** Writes synthetic clinics and slots as the files that the import commands take. */
final class SyntheticFiles {
    private static final String CLINICS = "clinics.csv";
    private static final String SLOTS = "slots.csv";

    private final Path folder;
    private final Progress progress;

    SyntheticFiles(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Writes clinics.csv and slots.csv, over those that are there. */
    void write(SyntheticClinics clinics, SyntheticSlots slots) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw refused();
        }
        try (CsvWriter clinicFile = file(CLINICS, new ClinicColumns());
                CsvWriter slotFile = file(SLOTS, new SlotColumns(SyntheticSlots.ZONE))) {
            progress.begin("Writing clinics.csv and slots.csv");
            clinics.forEach((index, clinic) -> {
                clinicFile.writeRecord(fields(clinic));
                slots.forEach(index, clinic, slot -> slotFile.writeRecord(fields(slot)));
                progress.reached(index + 1L, clinics.number());
            });
        } catch (IOException | UncheckedIOException full) {
            throw CommandFailure.notThere(
                    "%s and %s cannot be written to their end (%s): make room for them and begin again."
                            .formatted(folder.resolve(CLINICS), folder.resolve(SLOTS), reason(full)),
                    full);
        }
        progress.end("%,d clinics, %,d slots".formatted(clinics.number(), (long) clinics.number() * slots.perClinic()));
    }

    private CsvWriter file(String name, Columns<?> columns) {
        try {
            CsvWriter file = CsvWriter.builder().build(folder.resolve(name));
            file.writeRecord(columns.header());
            return file;
        } catch (IOException refused) {
            throw refused();
        }
    }

    private CommandFailure refused() {
        return CommandFailure.wrongUsage(
                "--csv %s cannot be written: name a folder that this user may write, with room in it."
                        .formatted(folder));
    }

    private static String reason(Exception full) {
        return (full instanceof UncheckedIOException wrapped ? wrapped.getCause() : full).getMessage();
    }

    private static List<String> fields(ClinicRow clinic) {
        return List.of(
                clinic.id(),
                clinic.name(),
                clinic.sido(),
                clinic.sigungu(),
                clinic.address(),
                clinic.phone(),
                Double.toString(clinic.latitude()),
                Double.toString(clinic.longitude()));
    }

    private static List<String> fields(SlotRow slot) {
        return List.of(
                slot.clinicId(),
                time(slot.startsAt()),
                time(slot.endsAt()),
                slot.vaccine(),
                Integer.toString(slot.capacity()));
    }

    private static String time(Instant time) {
        return OffsetDateTime.ofInstant(time, SyntheticSlots.ZONE).toString();
    }
}

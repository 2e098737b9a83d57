package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Files of synthetic clinics and slots")
class SyntheticFilesTest {
    @TempDir
    private Path folder;

    /* Few rows are written when the file is closed, many before. */
    @ParameterizedTest(name = "{0} clinics")
    @ValueSource(ints = {1, 1_000})
    void areNamedWhenThereIsNoRoomForThem(int clinics) throws IOException {
        Path slots = Files.createSymbolicLink(folder.resolve("slots.csv"), Path.of("/dev/full"));

        CommandFailure failure = assertThrows(
                CommandFailure.class,
                () -> new SyntheticFiles(folder, new Progress())
                        .write(new SyntheticClinics(clinics), new SyntheticSlots(LocalDate.of(2021, 7, 26), 2, 5)));

        assertEquals(ExitCode.NOT_THERE, failure.exitCode());
        assertTrue(failure.getMessage().contains(slots + " cannot be written to their end ("), failure.getMessage());
        Files.delete(slots);
    }

    @ParameterizedTest(name = "as {0}")
    @ValueSource(strings = {"file", "file/below"})
    void areRefusedWhereNoFolderIs(String name) throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");

        CommandFailure failure = assertThrows(
                CommandFailure.class,
                () -> new SyntheticFiles(folder.resolve(name), new Progress())
                        .write(new SyntheticClinics(1), new SyntheticSlots(LocalDate.of(2021, 7, 26), 2, 5)));

        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
    }
}

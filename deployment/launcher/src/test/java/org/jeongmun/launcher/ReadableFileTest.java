package org.jeongmun.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that is named")
class ReadableFileTest {
    @TempDir
    private Path folder;

    @Test
    void isRefusedForWhatItIs() {
        refused(" is a folder", folder);
        refused(" is a device or a pipe", Path.of("/dev/null"));
        refused(": there is no such file", folder.resolve("missing"));
    }

    @Test
    void isTakenWhenItIsOne() throws IOException {
        ReadableFile.require(Files.writeString(folder.resolve("a.csv"), "a"));
    }

    private static void refused(String what, Path file) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> ReadableFile.require(file));
        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
        assertTrue(failure.getMessage().startsWith(file + what), failure::getMessage);
    }
}

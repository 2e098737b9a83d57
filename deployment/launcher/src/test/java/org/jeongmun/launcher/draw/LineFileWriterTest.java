package org.jeongmun.launcher.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The file of a line")
class LineFileWriterTest {
    private static final LineRecord.Line LINE = new LineRecord.Line("w", 0, 0, 0, Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void isNotMadeForALineThatIsNotThere() {
        Path file = folder.resolve("x.csv");
        LineFileWriter writer = new LineFileWriter(file);
        writer.close();
        writer.undo();
        assertFalse(Files.exists(file));
    }

    @Test
    void isTakenAwayWhenTheLineIsNotToldToItsEnd() {
        Path file = folder.resolve("x.csv");
        LineFileWriter writer = new LineFileWriter(file);
        writer.line(LINE);
        writer.close();
        assertTrue(Files.exists(file));
        writer.undo();
        assertFalse(Files.exists(file));
    }

    @Test
    void neverTakesThePlaceOfAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "kept");
        LineFileWriter writer = new LineFileWriter(file);
        assertThrows(CommandFailure.class, () -> writer.line(LINE));
        writer.close();
        writer.undo();
        assertEquals("kept", Files.readString(file));
    }
}

package org.jeongmun.launcher.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of the stacks of one cause")
class SparseTracesTest {
    private static final Instant AT = Instant.parse("2021-07-14T11:00:00Z");

    private final SparseTraces filter = new SparseTraces();

    @Test
    void tenAreWrittenInAMinute() {
        assertEquals(10, written(100, "server", new IllegalStateException(), AT));
        assertEquals(0, written(100, "server", new IllegalStateException(), AT.plusSeconds(59)));
        assertEquals(10, written(100, "server", new IllegalStateException(), AT.plusSeconds(60)));
    }

    @Test
    void tenAreWrittenByTheHandlerThatTheServerLogsWith(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("portal.log");
        FileHandler handler = new FileHandler(log.toString());
        try {
            handler.setFilter(filter);
            for (int i = 0; i < 100; i++) {
                handler.publish(told("server", new IllegalStateException("for the test"), AT));
            }
        } finally {
            handler.close();
        }

        assertEquals(10, Files.readString(log).split("for the test", -1).length - 1);
    }

    @Test
    void theNextOneSaysHowManyWereLeftOut() {
        written(100, "server", new IllegalStateException(), AT);
        LogRecord next = told("server", new IllegalStateException(), AT.plusSeconds(60));

        assertTrue(filter.isLoggable(next));

        assertEquals("GRIZZLY0013 (90 more like it were left out)", next.getMessage());
    }

    @Test
    void othersKeepNobodyElseOut() {
        written(100, "server", new IllegalStateException(), AT);

        assertEquals(10, written(100, "server", new NullPointerException(), AT));
        assertEquals(10, written(100, "portal", new IllegalStateException(), AT));
        Throwable elsewhere = new IllegalStateException();
        elsewhere.setStackTrace(new StackTraceElement[] {new StackTraceElement("Else", "where", "Else.java", 1)});
        assertEquals(10, written(100, "server", elsewhere, AT));
    }

    @Test
    void aRecordWithoutOneIsNone() {
        written(100, "server", new IllegalStateException(), AT);

        assertTrue(filter.isLoggable(told("server", null, AT)));
        assertEquals(100, written(100, "server", null, AT));
    }

    private long written(int times, String logger, Throwable thrown, Instant at) {
        return IntStream.range(0, times)
                .filter(i -> filter.isLoggable(told(logger, thrown, at)))
                .count();
    }

    private static LogRecord told(String logger, Throwable thrown, Instant at) {
        LogRecord told = new LogRecord(Level.WARNING, "GRIZZLY0013");
        told.setLoggerName(logger);
        told.setThrown(thrown);
        told.setInstant(at);
        return told;
    }
}

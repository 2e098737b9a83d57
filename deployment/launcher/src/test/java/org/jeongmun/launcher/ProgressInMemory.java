package org.jeongmun.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a human would be told where there is no terminal, kept for a test. */
public final class ProgressInMemory {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), false);

    /** @return to which it is told */
    public Progress progress() {
        return progress;
    }

    /** @return what was told so far */
    public List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

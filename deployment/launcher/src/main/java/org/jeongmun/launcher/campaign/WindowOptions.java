package org.jeongmun.launcher.campaign;

import org.jeongmun.launcher.Line;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which window a command moves, to when and why; mix it in. */
final class WindowOptions {
    @Parameters(index = "0", paramLabel = "WINDOW", description = "The window's id.")
    private String window;

    @Parameters(
            index = "1",
            paramLabel = "TIME",
            description = "In the campaign's zone, such as 2021-07-14T21:00, or with an offset.")
    private String time;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the record.")
    private String reason;

    String window() {
        return window;
    }

    String time() {
        return time;
    }

    String reason() {
        return Line.checked("--reason", reason);
    }
}

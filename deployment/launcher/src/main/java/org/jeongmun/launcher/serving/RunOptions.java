package org.jeongmun.launcher.serving;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jeongmun.launcher.Moment;
import picocli.CommandLine.Option;

/** The options of {@code run} as they were typed. */
final class RunOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where citizens come in (default: ${DEFAULT-VALUE}; 0: a free one).")
    private int port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "Health, metrics and the desk, on loopback (default: portal.management.port, or else 9090;"
                    + " 0: a free one).")
    private Integer managementPort;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address of the public port (default: ${DEFAULT-VALUE}).")
    private String bind;

    @Option(names = "--plugins", paramLabel = "DIR", description = "A folder of plugin jars beside the built-in ones.")
    private Path plugins;

    @Option(
            names = "--campaign",
            paramLabel = "FILE",
            description =
                    "With --demo: the campaign instead of the story's; on an old demo by the rules of `campaign apply`,"
                            + " and no change if it was applied before.")
    private Path campaign;

    @Option(names = "--demo", description = "Live through 14 July 2021, in a database that is a demo for good.")
    private boolean demo;

    @Option(
            names = "--demo-clock",
            paramLabel = "TIME",
            converter = Moment.class,
            description =
                    "With --demo on a new database: when the demo's clock starts, such as 2021-07-14T19:58:30+09:00, or"
                            + " once more the same until it has started.")
    private Instant demoClock;

    int port() {
        return port;
    }

    Optional<Integer> managementPort() {
        return Optional.ofNullable(managementPort);
    }

    String bind() {
        return bind;
    }

    Optional<Path> plugins() {
        return Optional.ofNullable(plugins);
    }

    Optional<Path> campaign() {
        return Optional.ofNullable(campaign);
    }

    boolean demo() {
        return demo;
    }

    Optional<Instant> demoClock() {
        return Optional.ofNullable(demoClock);
    }
}

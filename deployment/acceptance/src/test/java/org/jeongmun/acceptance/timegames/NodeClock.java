package org.jeongmun.acceptance.timegames;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.portal.Portal;

/**
 * The wall clock of one Java process, turned by libfaketime while it runs. Its PostgreSQL is another process and keeps
 * the true time, as it would on another machine; and a monotonic clock is never turned by anybody.
 */
final class NodeClock {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final Duration NEARLY = Duration.ofSeconds(20);
    private static final DateTimeFormatter LOGGED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final Path dial;
    private final String library;

    private NodeClock(Path dial, String library) {
        this.dial = dial;
        this.library = library;
    }

    /** A clock that is ahead of the true one by that much, behind it where that is negative. */
    static NodeClock aheadBy(Duration offset, Path folder) {
        NodeClock clock = new NodeClock(folder.resolve("clock"), library());
        clock.turnTo(offset);
        return clock;
    }

    private static String library() {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::isReadable)
                    .map(Path::toString)
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("libfaketime is missing. deployment/test installs it; as root:"
                                    + " apt-get install -y --no-install-recommends libfaketime"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return what turns the clock of programs called java, and of no other */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library,
                "FAKETIME_TIMESTAMP_FILE", dial.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_ONLY_CMDS", "java",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Otherwise a timed wait of Java returns at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "NO_FAKE_STAT", "1");
    }

    /** Turns it, as a whole: nobody reads half an offset. */
    void turnTo(Duration offset) {
        try {
            Path next = Files.writeString(dial.resolveSibling("clock.next"), "%+d%n".formatted(offset.toSeconds()));
            Files.move(next, dial, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until that portal's log has this offset, or fails: a clock that runs right proves nothing. */
    static void awaitOffset(Portal portal, Duration offset) {
        Awaitility.await("the clock of the node to be off by " + offset)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> offsetOf(portal).minus(offset).abs().compareTo(NEARLY) < 0);
    }

    /** The server writes a line with its own time whenever it is asked for a target with a broken percent sign. */
    private static Duration offsetOf(Portal portal) throws IOException {
        URI door = portal.published().publicUrl();
        RawRequest.of("GET", "/%zz").sendTo(door);
        List<String> stamps = Files.readAllLines(portal.folder().resolve("portal.log")).stream()
                .filter(line -> line.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}[+-][0-9]{4} .*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        String last = stamps.get(stamps.size() - 1);
        return Duration.between(
                Instant.now(), OffsetDateTime.parse(last, LOGGED).toInstant());
    }
}

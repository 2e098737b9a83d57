package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Folders that live as long as a test. */
public final class Folders {
    private Folders() {}

    /** @return a new, empty folder of its own */
    public static Path create(String name) {
        try {
            return Files.createTempDirectory("jeongmun-" + name + "-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes a file, or a folder with everything in it; what others add or remove meanwhile is no concern. */
    public static void delete(Path root) {
        // A process that was just ended may leave a last file behind while the folder is being emptied.
        Awaitility.await("the end of " + root)
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isGone(root));
    }

    private static boolean isGone(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException changing) {
            return Files.notExists(root);
        }
        return true;
    }

    /** Keeps a portal's log in the build's folder, where somebody who reads a red build looks. */
    static void keepLog(Path dataFolder, String name) {
        Path kept = Path.of(System.getProperty("acceptance.logs", "target/portals"));
        try {
            Files.createDirectories(kept);
            for (String log : List.of("portal.log", "console.log")) {
                Path file = dataFolder.resolve(log);
                if (Files.isReadable(file)) {
                    Files.copy(file, kept.resolve(name + "-" + log), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package org.jeongmun.acceptance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The domain")
class DomainTest {
    @Test
    void knowsNoWebNoServerAndNoOtherModuleOfOurs() {
        Rules.onlyUse(
                        Part.patterns(Part.DOMAIN),
                        Part.patternsAnd(
                                Part.DOMAIN,
                                "java..",
                                "javax.crypto..",
                                "jakarta.enterprise.context..",
                                "jakarta.inject..",
                                "jakarta.transaction.."))
                .check(PortalClasses.all());
    }

    @Test
    void decidesAboutTimeCohortsAndTheGateWithNothingButValues() {
        Part[] pure = {Part.CLOCK, Part.SCHEDULE, Part.GATE, Part.ELIGIBILITY, Part.SUPPLY};

        Rules.onlyUse(Part.patterns(pure), Part.patternsAnd(pure, "java.lang..", "java.time..", "java.util.."))
                .check(PortalClasses.all());
    }

    @Test
    void isToldTheTimeAndNeverReadsAClock() {
        Rules.neverReadTheClock(Part.patterns(Part.DOMAIN)).check(PortalClasses.all());
    }

    @Test
    void doesNotContainTheWordPlugin() throws IOException {
        Path sources = PortalClasses.root().resolve("domain/src/main");

        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> regular = files.filter(Files::isRegularFile).toList();
            assertFalse(regular.isEmpty(), "No source was read below domain/src/main.");
            assertEquals(
                    List.of(), regular.stream().filter(DomainTest::saysPlugin).toList());
        }
    }

    private static boolean saysPlugin(Path file) {
        try {
            return (file.getFileName() + Files.readString(file))
                    .toLowerCase(Locale.ROOT)
                    .replace("-", "")
                    .contains("plugin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

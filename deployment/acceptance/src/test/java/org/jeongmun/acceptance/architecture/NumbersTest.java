package org.jeongmun.acceptance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server has any locale: what programs and people read is the same on all of them. */
@DisplayName("A number")
class NumbersTest {
    private static final Pattern BY_LOCALE = Pattern.compile("%[0-9]*(?:,d|\\.[0-9]+f)");

    @Test
    void isLoggedWithNothingBetweenItsDigits() {
        Rules.neverLogANumber(Part.WHOLE.pattern()).check(PortalClasses.all());
    }

    @Test
    void isWrittenForPeopleInALocaleThatIsNamed() throws IOException {
        Path sources = PortalClasses.root().resolve("portal-web/src/main/java");

        try (Stream<Path> files = Files.walk(sources)) {
            List<String> statements = files.filter(Files::isRegularFile)
                    .flatMap(NumbersTest::statements)
                    .filter(statement -> BY_LOCALE.matcher(statement).find())
                    .toList();
            assertFalse(statements.isEmpty(), "No number is written below portal-web/src/main/java.");
            assertEquals(
                    List.of(),
                    statements.stream()
                            .filter(statement -> !statement.contains("Locale."))
                            .toList());
        }
    }

    private static Stream<String> statements(Path file) {
        try {
            return Stream.of(Files.readString(file).split(";\\R"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.schedule.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The texts of the pages")
class TextsTest {
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern KEY = Pattern.compile(
            "texts\\.(?:of|count)\\('([A-Za-z.]+)'[,)]|(?:key|label|hint|name=\"title\" value)=\"([a-z][A-Za-z]*\\.[A-Za-z.]+)\"");

    /** Ends the key of a text for exactly one. */
    private static final String ONE = ".one";

    private final Texts texts = new Texts();

    @Test
    void areTheSameInBothLanguages() {
        assertEquals(new TreeSet<>(Texts.keys(true)), new TreeSet<>(Texts.keys(false)));
    }

    @Test
    void areEachInTheirLanguage() {
        for (String key : Texts.keys(true)) {
            LocalizedText text = texts.of(key);
            assertTrue(HANGUL.matcher(text.ko()).find(), key);
            assertFalse(HANGUL.matcher(text.en()).find(), key);
            assertEquals(text.ko().contains("{0}"), text.en().contains("{0}"), key);
            assertEquals(text.ko().contains("{1}"), text.en().contains("{1}"), key);
        }
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void nameEveryReason(RefusalReason reason) {
        assertDoesNotThrow(() -> texts.of(RefusalWords.key(reason)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReservationState.class,
            names = {"HELD", "CONFIRMED"})
    void nameEveryStateThatCanBeFound(ReservationState state) {
        assertDoesNotThrow(() -> texts.of("reservation.state." + state));
    }

    @Test
    void neverTellAnybodyThatTheyAreNoTarget() {
        for (String key : Texts.keys(true)) {
            assertFalse(texts.of(key).ko().contains("대상자가 아닙니다"), key);
        }
    }

    @Test
    void areAllThatTheViewsAskFor() throws IOException {
        TreeSet<String> asked = new TreeSet<>();
        KEY.matcher(sources(".xhtml"))
                .results()
                .forEach(found -> asked.add(found.group(1) == null ? found.group(2) : found.group(1)));

        // One that is asked for in each of the ways that a view has.
        assertTrue(
                asked.containsAll(List.of(
                        "portal.demo",
                        "clinic.found",
                        "portal.skip",
                        "form.continue",
                        "checkIn.phone.hint",
                        "reservation.title")),
                asked::toString);
        asked.removeAll(Texts.keys(true));
        assertEquals(new TreeSet<String>(), asked);
    }

    @Test
    void areEachAskedForSomewhere() throws IOException {
        TreeSet<String> unused = new TreeSet<>(Texts.keys(true));
        String sources = sources(".java") + sources(".xhtml");
        unused.removeIf(key -> sources.contains('"' + key + '"') || sources.contains("'" + key + "'"));
        putTogether().forEach(unused::remove);
        unused.removeIf(key -> key.endsWith(ONE) && !unused.contains(key.substring(0, key.length() - ONE.length())));

        assertEquals(new TreeSet<String>(), unused);
    }

    /* Keys that stand nowhere in whole. */
    private static Stream<String> putTogether() {
        return Stream.of(
                        Stream.of(RefusalReason.values()).map(RefusalWords::key),
                        Stream.of("HELD", "CONFIRMED").map("reservation.state."::concat),
                        Stream.of("checkIn", "clinic", "slot", "confirm").map("steps."::concat),
                        Stream.of(Standing.Where.values()).map(where -> "checkIn.standing." + where),
                        Stream.of(Standing.Where.values())
                                .filter(where -> where.getPath() != null)
                                .map(where -> "checkIn.goOn." + where))
                .flatMap(keys -> keys);
    }

    private static String sources(String suffix) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}

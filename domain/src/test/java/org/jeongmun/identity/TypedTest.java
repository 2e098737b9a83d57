package org.jeongmun.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What people type")
class TypedTest {
    @ParameterizedTest
    @CsvSource({
        "010-1234-5678, 01012345678",
        "01012345678, 01012345678",
        "' 010 1234 5678 ', 01012345678",
        "010.1234.5678, 01012345678",
        "+82 10-1234-5678, 01012345678",
        "+82 010-1234-5678, 01012345678",
        "０１０１２３４５６７８, 01012345678",
        "02-123-4567, 021234567",
        "(02) 1234-5678, 0212345678",
        "010\u20131234\u20135678, 01012345678",
    })
    void isAPhoneNumber(String text, String digits) {
        assertEquals(Optional.of(digits), Typed.phone(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "12", "1234567890", "010-1234-56789012", "010-1234-abcd", "+1 212 555 0100", "\u0000"})
    void isNoPhoneNumber(String text) {
        assertEquals(Optional.empty(), Typed.phone(text));
    }

    @Test
    void isTheSameNameHoweverItIsComposed() {
        String composed = "\uAE40\uD558\uB098";
        String decomposed = "\u1100\u1175\u11B7\u1112\u1161\u1102\u1161";

        assertEquals(Optional.of(composed), Typed.name("  " + decomposed + "\u3000"));
        assertEquals(Optional.of("O'Neil-Łuk"), Typed.name("O'Neil-Łuk"));
        assertEquals(
                Optional.of(composed),
                Typed.name("\u200B" + composed + "\uFEFF\u00A0"),
                "as it is copied from elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3164", "\u115F", "\uFFA0", "\uFE0F", "\u034F", "\u2800", "\u2062", "\uDB40\uDD00"})
    void isTheSameNameWithWhatNobodySees(String unseen) {
        assertEquals(Optional.of("김하나"), Typed.name("김" + unseen + "하나" + unseen));
        assertEquals(Optional.empty(), Typed.name(unseen));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "12", "a\u0000b", "a\nb", "a\uFFFDb", "a\u202Eb", "\u200B", "a\uD800b"})
    void isNoName(String text) {
        assertTrue(Typed.name(text).isEmpty());
    }

    @Test
    void isALineWithoutTheBlanksAroundIt() {
        assertEquals(Optional.of("불 \uD83D\uDD25 fire"), Typed.line(" 불 \uD83D\uDD25 fire\n", 10));
        assertEquals(Optional.empty(), Typed.line("eleven long", 10));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n", "a\nb", "a\rb", "a\tb", "a\u0000b", "a\u0085b", "a\u2028b", "a\u2029b"})
    void isNoLine(String text) {
        assertEquals(Optional.empty(), Typed.line(text, 10));
    }

    @Test
    void isNoNameWhenItIsTooLong() {
        assertTrue(Typed.name("가".repeat(60)).isPresent());
        assertTrue(Typed.name("가".repeat(61)).isEmpty());
        assertTrue(Typed.name("a".repeat(1_000_000)).isEmpty());
    }
}

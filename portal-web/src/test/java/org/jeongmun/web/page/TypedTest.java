package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What people type")
class TypedTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 7, 14);

    @ParameterizedTest
    @CsvSource({
        "19640315, 1964-03-15",
        "19610810, 1961-08-10",
        "' 19640315 ', 1964-03-15",
        "１９６４０３１５, 1964-03-15",
        "19640229, 1964-02-29",
        "20000229, 2000-02-29",
        "20210714, 2021-07-14",
        "18800101, 1880-01-01",
    })
    void isABirthDate(String text, LocalDate date) {
        assertEquals(Optional.of(date), BirthDate.typed(text, TODAY));
    }

    /** 10 August 1961 at half past midnight is when clocks in Korea jumped: a date goes through no time of day. */
    @Test
    void isABirthDateOnADayWhoseFirstHalfHourNeverWas() {
        assertEquals(Optional.of(LocalDate.of(1961, 8, 10)), BirthDate.typed("19610810", TODAY));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "20210229",
                "19000229",
                "19640230",
                "19641301",
                "19640015",
                "19640300",
                "1964315",
                "640315",
                "1964-03-15",
                "196403155",
                "abcdefgh",
                "-1964031",
                "20210715",
                "18791231",
                "00000000",
                "19640315\u0000"
            })
    void isNoBirthDate(String text) {
        assertEquals(Optional.empty(), BirthDate.typed(text, TODAY));
    }

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
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "12", "a\u0000b", "a\nb", "a\uFFFDb", "a\u202Eb", "a\u200Bb", "a\uD800b"})
    void isNoName(String text) {
        assertTrue(Typed.name(text).isEmpty());
    }

    @Test
    void isNoNameWhenItIsTooLong() {
        assertTrue(Typed.name("가".repeat(60)).isPresent());
        assertTrue(Typed.name("가".repeat(61)).isEmpty());
        assertTrue(Typed.name("a".repeat(1_000_000)).isEmpty());
    }
}

package org.jeongmun.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What people type as their day of birth")
class TypedBirthDateTest {
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
        "1964-03-15, 1964-03-15",
        "1964. 03. 15., 1964-03-15",
        "1964/03/15, 1964-03-15",
    })
    void isADate(String text, LocalDate date) {
        assertEquals(Optional.of(date), Typed.birthDate(text, TODAY));
    }

    /** 10 August 1961 at half past midnight is when clocks in Korea jumped: a date goes through no time of day. */
    @Test
    void isADateOnADayWhoseFirstHalfHourNeverWas() {
        assertEquals(Optional.of(LocalDate.of(1961, 8, 10)), Typed.birthDate("19610810", TODAY));
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
                "1964-3-15",
                "196-40315",
                "196403155",
                "abcdefgh",
                "-1964031",
                "20210715",
                "18791231",
                "00000000",
                "19640315\u0000"
            })
    void isNoDate(String text) {
        assertEquals(Optional.empty(), Typed.birthDate(text, TODAY));
    }
}

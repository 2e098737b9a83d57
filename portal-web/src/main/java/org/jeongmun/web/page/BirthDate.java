package org.jeongmun.web.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jeongmun.schedule.LocalizedText;

/** A birth date as it is said. */
final class BirthDate {
    private static final DateTimeFormatter KOREAN = DateTimeFormatter.ofPattern("uuuu년 M월 d일", Locale.KOREAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private BirthDate() {}

    /** @return the day in words, in both languages */
    static LocalizedText said(LocalDate day) {
        return new LocalizedText(KOREAN.format(day), ENGLISH.format(day));
    }
}

package org.jeongmun.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.identity.Typed;
import org.jeongmun.schedule.LocalizedText;

/** A birth date as it is typed, eight digits of a day that the calendar has, and as it is said. */
final class BirthDate {
    /** With what people put between and behind the numbers, or without. */
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})[-./ ]? ?([0-9]{2})[-./ ]? ?([0-9]{2})[.]?");

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

    private static final DateTimeFormatter KOREAN = DateTimeFormatter.ofPattern("uuuu년 M월 d일", Locale.KOREAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private BirthDate() {}

    /** @return the day in words, in both languages */
    static LocalizedText said(LocalDate day) {
        return new LocalizedText(KOREAN.format(day), ENGLISH.format(day));
    }

    /**
     * Reads what was typed.
     *
     * @param today by the portal's clock; nobody was born after it
     * @return empty when it is no such day
     */
    static Optional<LocalDate> typed(String text, LocalDate today) {
        Matcher typed = EIGHT_DIGITS.matcher(Typed.clean(text));
        if (!typed.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.group(1) + typed.group(2) + typed.group(3), FORM))
                    .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(today));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}

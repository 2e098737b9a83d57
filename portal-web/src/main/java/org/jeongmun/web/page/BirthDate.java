package org.jeongmun.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jeongmun.identity.Typed;

/** Reads a birth date as it is typed: eight digits, a day that the calendar has. */
final class BirthDate {
    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

    private BirthDate() {}

    /**
     * Reads what was typed.
     *
     * @param today by the portal's clock; nobody was born after it
     * @return empty when it is no such day
     */
    static Optional<LocalDate> typed(String text, LocalDate today) {
        String digits = Typed.clean(text);
        if (!EIGHT_DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(digits, FORM))
                    .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(today));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}

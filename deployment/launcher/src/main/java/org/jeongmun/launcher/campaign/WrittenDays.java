package org.jeongmun.launcher.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The days of a rotation, as people write them: {@code 2021-08-09/2021-08-18}, both included. */
final class WrittenDays {
    static final int MOST = 366;

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private WrittenDays() {}

    /** @return each day, at least one */
    static List<LocalDate> parsed(String text) throws UnclearTimeException {
        if (!FORM.matcher(text).matches()) {
            throw new UnclearTimeException("%s names no days. Write the first and the last as 2021-08-09/2021-08-18."
                    .formatted(Quoted.of(text)));
        }
        try {
            String[] ends = text.split("/", -1);
            LocalDate last = LocalDate.parse(ends[1]);
            List<LocalDate> days = LocalDate.parse(ends[0])
                    .datesUntil(last.plusDays(1))
                    .limit(MOST + 1L)
                    .toList();
            if (!days.isEmpty() && days.size() <= MOST) {
                return days;
            }
        } catch (DateTimeException | IllegalArgumentException notInTheCalendar) {
            throw new UnclearTimeException(
                    "%s: the last day lies before the first, or is not in the calendar. Correct it."
                            .formatted(Quoted.of(text)));
        }
        throw new UnclearTimeException(
                "%s is no day, or more than %d of them. Correct it.".formatted(Quoted.of(text), MOST));
    }
}

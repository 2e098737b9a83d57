package org.jeongmun.launcher.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An hour of each day of a rotation, as people write it: {@code 20:00}, or {@code 18:00+1d} for that of the day after.
 *
 * @param time in the zone of the campaign
 * @param daysLater how many days after the day of the rotation
 */
record WrittenHour(LocalTime time, int daysLater) {
    private static final Pattern FORM = Pattern.compile("([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:([+-][0-9])d)?");

    /** @return the hour that {@code text} names */
    static WrittenHour parsed(String text) throws UnclearTimeException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UnclearTimeException(
                    "%s is no hour of a rotation. Write one as 20:00, or as 18:00+1d for the day after."
                            .formatted(Quoted.of(text)));
        }
        try {
            return new WrittenHour(
                    LocalTime.parse(form.group(1)), form.group(2) == null ? 0 : Integer.parseInt(form.group(2)));
        } catch (DateTimeException notOnTheClock) {
            throw new UnclearTimeException("%s is not on the clock. Correct it.".formatted(Quoted.of(text)));
        }
    }

    LocalDateTime on(LocalDate day) {
        return day.plusDays(daysLater).atTime(time);
    }
}

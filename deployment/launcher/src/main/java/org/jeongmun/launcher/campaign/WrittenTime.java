package org.jeongmun.launcher.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as people write them: in the local time of a campaign's zone, or with an offset. */
public final class WrittenTime {
    /*
     * The form alone, with room for seconds and the microseconds that the database keeps; java.time then judges the
     * rest.
     */
    private static final String FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}[0-9:.]{0,10}";
    private static final Pattern LOCAL = Pattern.compile(FORM);
    private static final Pattern WITH_OFFSET = Pattern.compile(FORM + "(Z|[+-][0-9]{2}:[0-9]{2})");

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss[.SSS] xxx", Locale.ENGLISH);
    private static final DateTimeFormatter WHOLE_SECONDS =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ENGLISH);

    private WrittenTime() {}

    /**
     * @return the one moment at which clocks in {@code zone} show {@code text}; only where they show it twice it has an
     *     offset, which says at which of the two
     */
    static Instant local(String text, ZoneId zone) throws UnclearTimeException {
        if (WITH_OFFSET.matcher(text).matches()) {
            Optional<OffsetDateTime> oneOfTwo = oneOfTwo(text, zone);
            if (oneOfTwo.isPresent()) {
                return oneOfTwo.get().toInstant();
            }
            throw new UnclearTimeException(
                    "%s has an offset. Write the local time in %s without one.".formatted(Quoted.of(text), zone));
        }
        if (!LOCAL.matcher(text).matches()) {
            throw new UnclearTimeException(
                    "%s is no time. Write the local time as 2021-07-14T20:00.".formatted(Quoted.of(text)));
        }
        LocalDateTime local = parsed(text);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.size() < 2
                ? moment(local, zone)
                : moment(
                        local,
                        zone,
                        "Write the one that is meant with its offset, such as %s%s.".formatted(local, offsets.get(0)));
    }

    private static Optional<OffsetDateTime> oneOfTwo(String text, ZoneId zone) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time.toLocalDateTime());
            return offsets.size() > 1 && offsets.contains(time.getOffset()) ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    /** @return the moment as a campaign file has it: {@link #local} reads it again */
    static String written(Instant moment, ZoneId zone) {
        ZonedDateTime time = moment.atZone(zone);
        LocalDateTime local = time.toLocalDateTime();
        boolean comesTwice = zone.getRules().getValidOffsets(local).size() > 1;
        return comesTwice ? time.toOffsetDateTime().toString() : local.toString();
    }

    /** @return the moment that {@code text} names, with its offset or else in the local time of {@code zone} */
    public static Instant any(String text, ZoneId zone) throws UnclearTimeException {
        if (!WITH_OFFSET.matcher(text).matches()) {
            return local(text, zone);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notInTheCalendar) {
            throw noSuchTime(text);
        }
    }

    /** @return the moment as people in {@code zone} read it, with its offset */
    public static String shown(Instant moment, ZoneId zone) {
        OffsetDateTime local = moment.atZone(zone).toOffsetDateTime();
        return local.format(local.getNano() == 0 ? WHOLE_SECONDS : READABLE);
    }

    /** @return the one moment at which clocks in {@code zone} show {@code local} */
    static Instant moment(LocalDateTime local, ZoneId zone) throws UnclearTimeException {
        return moment(local, zone, "Write a time outside that hour.");
    }

    private static Instant moment(LocalDateTime local, ZoneId zone, String remedy) throws UnclearTimeException {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.get(0));
        }
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        String shift = "from %s to %s on %s"
                .formatted(
                        change.getDateTimeBefore().toLocalTime(),
                        change.getDateTimeAfter().toLocalTime(),
                        change.getDateTimeBefore().toLocalDate());
        throw new UnclearTimeException(
                offsets.isEmpty()
                        ? "%s does not exist in %s: clocks go forward %s. %s".formatted(local, zone, shift, remedy)
                        : "%s comes twice in %s (%s and %s): clocks go back %s. %s"
                                .formatted(local, zone, offsets.get(0), offsets.get(1), shift, remedy));
    }

    private static LocalDateTime parsed(String text) throws UnclearTimeException {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException notInTheCalendar) {
            throw noSuchTime(text);
        }
    }

    private static UnclearTimeException noSuchTime(String text) {
        return new UnclearTimeException("%s is not in the calendar. Correct it.".formatted(Quoted.of(text)));
    }
}

package org.jeongmun.launcher.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads times such as 2021-07-26T09:00+09:00, and 2021-07-26T09:00 as the time of one zone: the campaign file has local
 * times as well, and what clinics export seldom has an offset. A local time that this zone has twice or never, at a
 * change of its clocks, is no time, as a guess would be an hour off for somebody. Seconds have no fraction: two starts
 * that differ in less than the database keeps would be one slot.
 */
final class SlotTimes {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 30;
    private static final String RULE =
            "must be a time in whole seconds, 2000 to 2199, such as 2021-07-26T09:00+09:00 or 2021-07-26T09:00";
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    /* The same few times come back for every clinic. */
    private final Map<String, Optional<Instant>> remembered = new HashMap<>();

    SlotTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** @return whether a slot may be on that day */
    static boolean has(LocalDate day) {
        return !day.isBefore(dayOf(FIRST)) && day.isBefore(dayOf(AFTER_LAST));
    }

    private static LocalDate dayOf(Instant midnight) {
        return midnight.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** @return empty when the text is no such time */
    Optional<Instant> parse(String text) {
        Optional<Instant> known = remembered.get(text);
        if (known != null) {
            return known;
        }
        Optional<Instant> time = text.length() > LONGEST ? Optional.empty() : read(text);
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        remembered.put(text, time);
        return time;
    }

    /** @return what is wrong with a text that is no such time, for people */
    String fault(String text) {
        Optional<LocalDateTime> local = local(text).filter(time -> time.getNano() == 0);
        if (local.isEmpty() || !isWithin(local.get().toInstant(ZoneOffset.UTC))) {
            return RULE;
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local.get());
        return switch (offsets.size()) {
            case 0 -> "does not exist in %s, where clocks go forward over it: correct it".formatted(zone);
            case 1 -> RULE;
            default ->
                "comes twice in %s, where clocks go back over it: write the one that is meant with its offset, %s or %s"
                        .formatted(zone, offsets.get(0), offsets.get(1));
        };
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(
                            text, DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT)));
        } catch (DateTimeException notSuchATime) {
            return Optional.empty();
        }
    }

    private static boolean isWithin(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(AFTER_LAST);
    }

    private Optional<Instant> read(String text) {
        try {
            TemporalAccessor found = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return instant(found).filter(time -> time.getNano() == 0 && isWithin(time));
        } catch (DateTimeException notSuchATime) {
            return Optional.empty();
        }
    }

    private Optional<Instant> instant(TemporalAccessor found) {
        if (found instanceof OffsetDateTime exact) {
            return Optional.of(exact.toInstant());
        }
        LocalDateTime local = (LocalDateTime) found;
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.size() == 1 ? Optional.of(local.toInstant(offsets.get(0))) : Optional.empty();
    }
}

package org.jeongmun.web.notice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jeongmun.schedule.LocalizedText;

/**
 * Says a moment in the words of the portal's pages, in the campaign's zone: {@code 7월 14일(수) 오후 8시} and
 * {@code Wednesday 14 July, 8 p.m. KST}. Minutes and seconds are said only where they are not zero; noon is
 * {@code 낮 12시}, midnight {@code 0시}.
 *
 * @param zone in which days and hours are told
 */
public record PortalTimeText(ZoneId zone) {
    private static final DateTimeFormatter KOREAN_DAY = DateTimeFormatter.ofPattern("M월 d일(E)", Locale.KOREAN);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE_NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final int NOON = 12;
    private static final int TEN = 10;

    /** Refuses a missing zone. */
    public PortalTimeText {
        requireNonNull(zone, "zone");
    }

    /** @return the day and the time of day, in both languages */
    public LocalizedText dayAndTime(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return new LocalizedText(
                KOREAN_DAY.format(time) + " " + koreanHour(time),
                ENGLISH_DAY.format(time) + ", " + englishHour(time) + " " + ZONE_NAME.format(time));
    }

    /** @return the day alone, in both languages */
    public LocalizedText day(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return new LocalizedText(KOREAN_DAY.format(time), ENGLISH_DAY.format(time));
    }

    /** @return the time of day alone, in both languages; English names the zone */
    public LocalizedText time(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return new LocalizedText(koreanHour(time), englishHour(time) + " " + ZONE_NAME.format(time));
    }

    /** @return the time of day, with the day where that is not the one of {@code now}, in both languages */
    public LocalizedText seenFrom(Instant now, Instant instant) {
        boolean isToday = LocalDate.ofInstant(now, zone).equals(LocalDate.ofInstant(instant, zone));
        return isToday ? time(instant) : dayAndTime(instant);
    }

    private static String koreanHour(ZonedDateTime time) {
        StringBuilder text = new StringBuilder(koreanHour(time.getHour()));
        if (time.getMinute() > 0 || time.getSecond() > 0) {
            text.append(' ').append(time.getMinute()).append('분');
        }
        if (time.getSecond() > 0) {
            text.append(' ').append(time.getSecond()).append('초');
        }
        return text.toString();
    }

    private static String koreanHour(int hour) {
        if (hour == 0) {
            return "0시";
        }
        if (hour == NOON) {
            return "낮 12시";
        }
        return hour < NOON ? "오전 " + hour + "시" : "오후 " + (hour - NOON) + "시";
    }

    private static String englishHour(ZonedDateTime time) {
        boolean onTheHour = time.getMinute() == 0 && time.getSecond() == 0;
        if (onTheHour && time.getHour() == NOON) {
            return "12 noon";
        }
        if (onTheHour && time.getHour() == 0) {
            return "00:00";
        }
        int hour = time.getHour() % NOON == 0 ? NOON : time.getHour() % NOON;
        String half = time.getHour() < NOON ? "a.m." : "p.m.";
        if (onTheHour) {
            return hour + " " + half;
        }
        String minute = hour + ":" + twoDigits(time.getMinute());
        return time.getSecond() == 0 ? minute + " " + half : minute + ":" + twoDigits(time.getSecond()) + " " + half;
    }

    private static String twoDigits(int number) {
        return number < TEN ? "0" + number : Integer.toString(number);
    }
}

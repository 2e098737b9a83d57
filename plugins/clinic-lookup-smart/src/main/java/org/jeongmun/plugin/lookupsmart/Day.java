package org.jeongmun.plugin.lookupsmart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jeongmun.spi.FreeSlot;

/**
 * The free slots of one clinic on one day of Korea, which SMART Scheduling Links calls a coarse slot: a nation's slots
 * by the half hour would be a thousand megabytes for each look.
 *
 * @param date the day
 * @param startsAt the start of the first free slot
 * @param endsAt the end of the last one
 * @param places free in all of them
 * @param firstSlot the id of the first one, for the deep link
 * @param vaccines what is given
 */
record Day(LocalDate date, Instant startsAt, Instant endsAt, long places, String firstSlot, Set<String> vaccines) {
    static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    /** @param free in order of start */
    static List<Day> of(List<FreeSlot> free) {
        List<Day> days = new ArrayList<>();
        for (FreeSlot slot : free) {
            LocalDate date = LocalDate.ofInstant(slot.startsAt(), KOREA);
            int last = days.size() - 1;
            if (last >= 0 && days.get(last).date().equals(date)) {
                days.set(last, days.get(last).and(slot));
            } else {
                days.add(new Day(date, slot.startsAt(), slot.endsAt(), slot.free(), slot.id(), Set.of(slot.vaccine())));
            }
        }
        return days;
    }

    private Day and(FreeSlot slot) {
        Set<String> more = new TreeSet<>(vaccines);
        more.add(slot.vaccine());
        Instant end = endsAt.isAfter(slot.endsAt()) ? endsAt : slot.endsAt();
        return new Day(date, startsAt, end, places + slot.free(), firstSlot, more);
    }
}

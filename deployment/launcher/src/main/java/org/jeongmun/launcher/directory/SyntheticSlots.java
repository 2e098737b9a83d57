package org.jeongmun.launcher.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The hours in which synthetic clinics vaccinate: half-hours from 9 to 18, not from 13 to 14, Monday to Friday. */
final class SyntheticSlots {
    static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime LUNCH_BEGINS = LocalTime.of(13, 0);
    private static final LocalTime LUNCH_ENDS = LocalTime.of(14, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final int MINUTES = 30;
    private static final List<String> VACCINES = List.of("모더나 (Moderna)", "화이자 (Pfizer)");

    private final List<Span> spans = new ArrayList<>();
    private final int capacity;

    /**
     * @param firstDay the first that counts, if it is a working day
     * @param days working days; public holidays count as such, as nobody publishes them for years to come
     */
    SyntheticSlots(LocalDate firstDay, int days, int capacity) {
        this.capacity = capacity;
        LocalDate day = firstDay;
        for (int worked = 0; worked < days; day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                addDay(day);
                worked++;
            }
        }
    }

    /** @return whether they are all in the years that an import of slots takes */
    static boolean fit(LocalDate firstDay, int days) {
        return SlotTimes.has(firstDay) && SlotTimes.has(new SyntheticSlots(firstDay, days, 0).lastDay());
    }

    private LocalDate lastDay() {
        return spans.get(spans.size() - 1).start().atZone(ZONE).toLocalDate();
    }

    /** @return how many slots each clinic has */
    int perClinic() {
        return spans.size();
    }

    /** Hands over the slots of one clinic, in the order of time; it gives one vaccine. */
    <E extends Exception> void forEach(int index, ClinicRow clinic, Visit<E> visit) throws E {
        String vaccine = VACCINES.get(index % VACCINES.size());
        for (Span span : spans) {
            visit.slot(new SlotRow(clinic.id(), span.start(), span.end(), vaccine, capacity));
        }
    }

    private void addDay(LocalDate day) {
        for (LocalTime time = OPENS; time.isBefore(CLOSES); time = time.plusMinutes(MINUTES)) {
            if (time.isBefore(LUNCH_BEGINS) || !time.isBefore(LUNCH_ENDS)) {
                Instant start = day.atTime(time).atZone(ZONE).toInstant();
                spans.add(new Span(start, start.plusSeconds(MINUTES * 60L)));
            }
        }
    }

    private record Span(Instant start, Instant end) {}

    /** What is done with each slot. */
    interface Visit<E extends Exception> {
        void slot(SlotRow slot) throws E;
    }
}

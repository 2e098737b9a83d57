package org.jeongmun.web.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jeongmun.clinic.Slot;

/**
 * The times of one clinic that somebody may choose from.
 *
 * @param byDate in the campaign's zone, each day's in order
 */
record FreeTimes(SortedMap<LocalDate, List<Slot>> byDate) {
    static final FreeTimes NONE = new FreeTimes(new TreeMap<>());

    boolean areNone() {
        return byDate.isEmpty();
    }

    Collection<LocalDate> dates() {
        return byDate.keySet();
    }

    /** @return none where {@code date} is {@code null} */
    List<Slot> on(LocalDate date) {
        return date == null ? List.of() : byDate.get(date);
    }

    /** @return whether the slot of that id is one of them */
    boolean have(String slot) {
        return byDate.values().stream().anyMatch(times -> hasOne(times, slot));
    }

    /**
     * The day to show first.
     *
     * @param asked as it was sent, or {@code null}
     * @param slot that is chosen, or {@code null}
     * @return the day that was asked for, else that of the slot, else the first; {@code null} where there is none
     */
    LocalDate dayToShow(String asked, String slot) {
        return first(asked, (day, times) -> day.toString().equals(asked))
                .or(() -> first(slot, (day, times) -> hasOne(times, slot)))
                .or(() -> byDate.keySet().stream().findFirst())
                .orElse(null);
    }

    private Optional<LocalDate> first(String wanted, BiPredicate<LocalDate, List<Slot>> isIt) {
        return wanted == null
                ? Optional.empty()
                : byDate.entrySet().stream()
                        .filter(day -> isIt.test(day.getKey(), day.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static boolean hasOne(List<Slot> times, String slot) {
        return times.stream().anyMatch(time -> time.id().toString().equals(slot));
    }
}

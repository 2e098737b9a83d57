package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowStatus;

/**
 * Who would come earlier than they were told, by their birth dates. {@link ChangeRules} compares windows and cohorts by what
 * they are called; people who are given a cohort of another name, or added to one, have been told a time all the same. Of
 * cohorts that a birth date does not settle nothing is said here.
 *
 * @param before in force
 * @param now the portal's time
 */
record EarlierForPeople(OpeningSchedule before, Instant now, EligibilityRules rules) {
    private static final LocalDate FIRST = LocalDate.of(1880, 1, 1);

    /** @return the windows of new or altered cohorts of {@code after} that are earlier for somebody, with whom, in words */
    List<String> of(OpeningSchedule after) {
        Map<CohortId, List<LocalDate>> people = new HashMap<>();
        for (Cohort cohort : after.cohorts()) {
            if (!before.cohort(cohort.id()).map(Cohort::rule).equals(Optional.of(cohort.rule()))) {
                people.put(cohort.id(), birthDates(cohort));
            }
        }
        List<String> earlier = new ArrayList<>();
        for (BookingWindow window : after.windows()) {
            people.getOrDefault(window.cohort(), List.of()).stream()
                    .filter(born -> isEarlier(window, born))
                    .findFirst()
                    .ifPresent(
                            born -> earlier.add("Window %s would open earlier than announced for whoever was born on %s"
                                    .formatted(window.id(), born)));
        }
        return earlier;
    }

    private List<LocalDate> birthDates(Cohort cohort) {
        LocalDate today = LocalDate.ofInstant(now, before.zone());
        return FIRST.datesUntil(today).filter(born -> belongs(cohort, born)).toList();
    }

    private boolean belongs(Cohort cohort, LocalDate born) {
        return cohort.rule().of(rule -> rules.answer(rule, born)) == Belonging.YES;
    }

    /** Whoever may come already is told nothing by a window to come. */
    private boolean isEarlier(BookingWindow window, LocalDate born) {
        List<BookingWindow> theirs = before.windows().stream()
                .filter(each -> each.closesAt().isAfter(now))
                .filter(each -> belongs(before.cohort(each.cohort()).orElseThrow(), born))
                .toList();
        return !theirs.isEmpty()
                && theirs.stream().noneMatch(each -> each.statusAt(now) == WindowStatus.OPEN)
                && theirs.stream().allMatch(each -> isBefore(window, each));
    }

    private static boolean isBefore(BookingWindow window, BookingWindow told) {
        Instant joining = window.checkInAt().orElse(window.opensAt());
        return window.opensAt().isBefore(told.opensAt())
                || joining.isBefore(told.checkInAt().orElse(told.opensAt()));
    }
}

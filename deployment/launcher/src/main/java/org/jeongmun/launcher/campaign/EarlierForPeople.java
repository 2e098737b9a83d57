package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowStatus;

/**
 * Who would come earlier than they were told, by their birth dates. {@link ChangeRules} compares windows and cohorts by
 * what they are called; people who are given a cohort of another name, or added to one, have been told a time all the
 * same. Of cohorts that a birth date does not settle nothing is said here.
 *
 * @param before in force
 * @param now the portal's time; {@link Instant#MIN} where it has not begun, and nobody has been told anything
 * @param people who belongs to which cohort
 */
record EarlierForPeople(OpeningSchedule before, Instant now, BirthDates people) {
    /** @return the windows of new or altered cohorts that are earlier for somebody, with one of these, in words */
    List<String> of(OpeningSchedule after) {
        List<String> earlier = new ArrayList<>();
        for (BookingWindow window : after.windows()) {
            Cohort cohort = after.cohort(window.cohort()).orElseThrow();
            if (isToCome(window) && isNewOrAltered(cohort)) {
                BitSet born = earlier(window, cohort);
                if (!born.isEmpty()) {
                    earlier.add("Window %s would open earlier than announced for whoever was born on %s"
                            .formatted(window.id(), BirthDates.date(born.nextSetBit(0))));
                }
            }
        }
        return earlier;
    }

    private boolean isToCome(BookingWindow window) {
        return now.isAfter(Instant.MIN) && window.closesAt().isAfter(now);
    }

    private boolean isNewOrAltered(Cohort cohort) {
        return !before.cohort(cohort.id()).map(Cohort::rule).equals(Optional.of(cohort.rule()));
    }

    /** Whoever was told a time, and nothing as early; who may come already is told nothing by a window to come. */
    private BitSet earlier(BookingWindow window, Cohort cohort) {
        BitSet told = new BitSet();
        BitSet asEarly = new BitSet();
        for (BookingWindow each : before.windows()) {
            if (isToCome(each)) {
                BitSet theirs = people.of(before.cohort(each.cohort()).orElseThrow());
                told.or(theirs);
                if (each.statusAt(now) == WindowStatus.OPEN || !isBefore(window, each)) {
                    asEarly.or(theirs);
                }
            }
        }
        told.and(people.of(cohort));
        told.andNot(asEarly);
        return told;
    }

    private static boolean isBefore(BookingWindow window, BookingWindow told) {
        Instant joining = window.checkInAt().orElse(window.opensAt());
        return window.opensAt().isBefore(told.opensAt())
                || joining.isBefore(told.checkInAt().orElse(told.opensAt()));
    }
}

package org.jeongmun.launcher.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.identity.Typed;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * People who are invited and have no time of their own: every birth date is tried. Who may belong to a cohort counts as
 * invited. Who clearly belongs to one must clearly belong to another that has a time.
 */
final class PeopleLeftOut {
    private PeopleLeftOut() {}

    /**
     * Those whom none of the parts of their cohort takes.
     *
     * @param last the last birth date that is tried
     * @return who they are, in words; empty when there is nobody
     */
    static Optional<String> by(Cohort invited, Collection<Cohort> parts, LocalDate last, EligibilityRules rules) {
        List<LocalDate> left = Typed.EARLIEST_BIRTH
                .datesUntil(last.plusDays(1))
                .filter(born -> isLeftOut(of(invited, born, rules), parts, born, rules))
                .toList();
        return Optional.of(left).filter(each -> !each.isEmpty()).map(each -> words(invited, each));
    }

    /** @return for each cohort that has no window, who of it has none elsewhere either */
    static List<String> of(OpeningSchedule schedule, EligibilityRules rules) {
        Set<CohortId> withWindow =
                schedule.windows().stream().map(BookingWindow::cohort).collect(Collectors.toSet());
        List<Cohort> caring = schedule.cohorts().stream()
                .filter(cohort -> withWindow.contains(cohort.id()))
                .toList();
        LocalDate last = schedule.windows()
                .get(schedule.windows().size() - 1)
                .closesAt()
                .atZone(schedule.zone())
                .toLocalDate();
        List<String> lines = new ArrayList<>();
        for (Cohort cohort : schedule.cohorts()) {
            if (!withWindow.contains(cohort.id())) {
                by(cohort, caring, last, rules).ifPresent(who -> lines.add("No window is for " + who + "."));
            }
        }
        return lines;
    }

    private static boolean isLeftOut(
            Belonging invited, Collection<Cohort> parts, LocalDate born, EligibilityRules rules) {
        return invited != Belonging.NO
                && parts.stream().map(part -> of(part, born, rules)).noneMatch(each -> caresFor(each, invited));
    }

    private static boolean caresFor(Belonging part, Belonging invited) {
        return part == Belonging.YES || part == Belonging.UNCLEAR && invited == Belonging.UNCLEAR;
    }

    private static Belonging of(Cohort cohort, LocalDate born, EligibilityRules rules) {
        return cohort.rule().of(rule -> rules.answer(rule, born));
    }

    private static String words(Cohort cohort, List<LocalDate> born) {
        String others = born.size() == 1
                ? ""
                : String.format(Locale.ROOT, ", nor for those of %,d other birth dates", born.size() - 1);
        return "whoever of cohort %s was born on %s%s".formatted(cohort.id(), born.get(0), others);
    }
}

package org.jeongmun.web.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.lock.attempt.Attempt;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.web.state.PortalView;

/**
 * What this node knows by itself, in the words of the desk.
 *
 * @param clock the portal's time, and how far it can be from it
 * @param schedule which version of which campaign is in force
 * @param windows of that campaign
 * @param refused since the start of this node, by class
 */
record DeskFacts(String phase, String clock, String schedule, List<Window> windows, List<DeskNumbers.Count> refused) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ENGLISH);
    private static final double NANOS_PER_MILLI = 1e6;

    /** One row of the table of windows. */
    record Window(String id, String cohort, String status, String opens, String closes) {
        /** @return what the status means */
        LocalizedText words() {
            return DeskWords.of(status);
        }
    }

    /** @return what the phase means */
    LocalizedText phaseWords() {
        return DeskWords.of(phase);
    }

    static DeskFacts of(PortalView view, Map<Attempt, Long> refused) {
        ZoneId zone = view.knowledge().zone();
        return new DeskFacts(
                view.status().name(),
                view.time().map(now -> clock(now, zone)).orElse("–"),
                view.knowledge()
                        .schedule()
                        .map(plan -> "%s, %d".formatted(plan.campaign(), plan.version()))
                        .orElse("–"),
                view.knowledge().schedule().map(plan -> windows(view, plan)).orElse(List.of()),
                byClass(refused));
    }

    private static String clock(TimeBound now, ZoneId zone) {
        double error = now.width().toNanos() / NANOS_PER_MILLI / 2;
        return String.format(Locale.ROOT, "%s ± %.1f ms", time(now.middle(), zone), error);
    }

    private static List<Window> windows(PortalView view, OpeningSchedule plan) {
        return plan.windows().stream().map(window -> window(view, plan, window)).toList();
    }

    private static Window window(PortalView view, OpeningSchedule plan, BookingWindow window) {
        return new Window(
                window.id().value(),
                window.cohort().value(),
                view.time().map(now -> window.statusAt(now).name()).orElse(PortalStatus.UNKNOWN.name()),
                time(window.opensAt(), plan.zone()),
                time(window.closesAt(), plan.zone()));
    }

    private static List<DeskNumbers.Count> byClass(Map<Attempt, Long> refused) {
        Map<String, Long> sums = refused.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().door().name(),
                        TreeMap::new,
                        Collectors.summingLong(Map.Entry::getValue)));
        return sums.entrySet().stream()
                .map(each -> new DeskNumbers.Count(each.getKey(), each.getValue()))
                .toList();
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}

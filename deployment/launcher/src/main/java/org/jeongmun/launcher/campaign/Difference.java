package org.jeongmun.launcher.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.waitingroom.WaitingRoom;

/** What changes from one campaign to another, as lines for the operator: + new, - gone, ~ changed. */
final class Difference {
    private final List<String> lines = new ArrayList<>();
    private final ZoneId zone;

    private Difference(ZoneId zone) {
        this.zone = zone;
    }

    /** @return one line for each change; none when both say the same */
    static List<String> between(Optional<Campaign> before, Campaign after) {
        Difference difference = new Difference(after.schedule().zone());
        difference.add(before, after);
        return difference.lines;
    }

    private void add(Optional<Campaign> before, Campaign after) {
        OpeningSchedule now = after.schedule();
        Optional<OpeningSchedule> then = before.map(Campaign::schedule)
                .filter(schedule -> schedule.campaign().equals(now.campaign()));
        if (then.isEmpty()) {
            before.ifPresent(gone -> lines.add("- campaign " + gone.schedule().campaign()));
            lines.add("+ campaign %s in %s".formatted(now.campaign(), now.zone()));
        }
        then.ifPresent(old -> changed("zone", old.zone(), now.zone()));
        for (Cohort cohort : now.cohorts()) {
            cohort(then.flatMap(old -> old.cohort(cohort.id())), cohort);
        }
        then.map(OpeningSchedule::cohorts).orElse(List.of()).stream()
                .filter(cohort -> now.cohort(cohort.id()).isEmpty())
                .forEach(cohort -> lines.add("- cohort " + cohort.id()));
        for (BookingWindow window : now.windows()) {
            window(then.flatMap(old -> old.window(window.id())), window);
        }
        then.map(OpeningSchedule::windows).orElse(List.of()).stream()
                .filter(window -> now.window(window.id()).isEmpty())
                .forEach(window -> lines.add("- window " + window.id()));
        Optional<Campaign> old = before.filter(each -> then.isPresent());
        changed("waitingRoom", room(old.flatMap(Campaign::waitingRoom)), room(after.waitingRoom()));
        lines.addAll(SupplyText.difference(old, after));
        changed("proxyBooking", proxy(old.flatMap(Campaign::proxyBooking)), proxy(after.proxyBooking()));
    }

    private void cohort(Optional<Cohort> before, Cohort after) {
        if (before.isEmpty()) {
            lines.add("+ cohort %s: %s, %s".formatted(after.id(), after.label().en(), rule(after)));
            return;
        }
        String name = "cohort " + after.id();
        changed(name + ": ko", before.get().label().ko(), after.label().ko());
        changed(name + ": en", before.get().label().en(), after.label().en());
        changed(name + ": rule", rule(before.get()), rule(after));
    }

    private void window(Optional<BookingWindow> before, BookingWindow after) {
        if (before.isEmpty()) {
            lines.add("+ window %s of cohort %s: opens %s, closes %s, check-in %s, grace %s, hold %s"
                    .formatted(
                            after.id(),
                            after.cohort(),
                            shown(after.opensAt()),
                            shown(after.closesAt()),
                            checkIn(after),
                            span(after.grace()),
                            span(after.hold())));
            return;
        }
        BookingWindow old = before.get();
        String name = "window " + after.id();
        changed(name + ": cohort", old.cohort(), after.cohort());
        changed(name + ": opens", shown(old.opensAt()), shown(after.opensAt()));
        changed(name + ": closes", shown(old.closesAt()), shown(after.closesAt()));
        changed(name + ": check-in", checkIn(old), checkIn(after));
        changed(name + ": grace", span(old.grace()), span(after.grace()));
        changed(name + ": hold", span(old.hold()), span(after.hold()));
    }

    private void changed(String what, Object before, Object after) {
        if (!before.equals(after)) {
            lines.add("~ %s: %s -> %s".formatted(what, before, after));
        }
    }

    private String checkIn(BookingWindow window) {
        return window.checkInAt().map(this::shown).orElse("with the opening");
    }

    private String shown(Instant moment) {
        return WrittenTime.shown(moment, zone);
    }

    private static String rule(Cohort cohort) {
        return WrittenMembership.shown(cohort.rule());
    }

    private static String span(Duration span) {
        return Spans.shown(span);
    }

    private static String room(Optional<WaitingRoom> room) {
        return room.map(each -> "%s, %d per second, %d inside, pass %d min"
                        .formatted(
                                each.order().name().toLowerCase(Locale.ROOT),
                                each.admitPerSecond(),
                                each.maxInside(),
                                each.passMinutes()))
                .orElse("none");
    }

    private static String proxy(Optional<ProxyBooking> proxy) {
        return proxy.map(each -> each.allowed() ? "allowed for " + each.perRepresentative() : "not allowed")
                .orElse("none");
    }
}

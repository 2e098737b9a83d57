package org.jeongmun.launcher.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.WindowId;

/** Reads what a campaign file says under {@code windows}. */
final class WindowsReader {
    private static final Set<String> KEYS = Set.of(
            "id", "cohort", "opens", "closes", "checkIn", "graceMinutes", "holdMinutes", "pool", "perDay", "carryOver");
    private static final Set<String> NOT_YET = Set.of("rotate");
    private static final int GRACE_MINUTES = 10;
    private static final int HOLD_MINUTES = 5;
    private static final int MOST_MINUTES = 24 * 60;

    private final Optional<ZoneId> zone;
    private final Predicate<CohortId> isCohort;
    private final PoolUsesReader uses;
    private final Faults faults;
    private final List<Read> windows = new ArrayList<>();
    private final Set<WindowId> named = new HashSet<>();

    /** @param zone empty when the file names none that could be used; times are then read in UTC, to find other faults */
    WindowsReader(Optional<ZoneId> zone, Predicate<CohortId> isCohort, PoolUsesReader uses, Faults faults) {
        this.zone = zone;
        this.isCohort = isCohort;
        this.uses = uses;
        this.faults = faults;
    }

    private record Read(int line, BookingWindow window) {}

    void read(List<YamlNode> items) {
        for (YamlNode item : items) {
            Group.of(item, "a window", faults).ifPresent(this::readOne);
        }
        refuseOverlaps();
    }

    /** @return the windows without a fault of their own */
    List<BookingWindow> windows() {
        return windows.stream().map(Read::window).toList();
    }

    private void readOne(Group group) {
        group.refuseAllBut(KEYS, NOT_YET);
        Optional<WindowId> id = group.requiredId("id", WindowId::new);
        if (id.isPresent() && !named.add(id.get())) {
            faults.add(group.lineOf("id"), "Two windows are called %s. Rename one of them.", id.get());
        }
        uses.read(group, id.stream().toList());
        Optional<CohortId> cohort = group.requiredId("cohort", CohortId::new);
        cohort.filter(isCohort.negate())
                .ifPresent(unknown ->
                        faults.add(group.lineOf("cohort"), "No cohort is called %s. Add it to cohorts.", unknown));
        Optional<Instant> opens = time("opens", group.required("opens"));
        Optional<Instant> closes = time("closes", group.required("closes"));
        Optional<Instant> checkIn = time("checkIn", group.optional("checkIn"));
        int grace = group.number("graceMinutes", 0, MOST_MINUTES, GRACE_MINUTES);
        int hold = group.number("holdMinutes", 1, MOST_MINUTES, HOLD_MINUTES);
        if (opens.isEmpty() || closes.isEmpty()) {
            return;
        }
        boolean inOrder = isInOrder(group, opens.get(), closes.get(), checkIn);
        if (inOrder && id.isPresent() && cohort.isPresent()) {
            windows.add(new Read(
                    group.line(),
                    new BookingWindow(
                            id.get(),
                            cohort.get(),
                            opens.get(),
                            closes.get(),
                            checkIn,
                            Duration.ofMinutes(grace),
                            Duration.ofMinutes(hold))));
        }
    }

    private boolean isInOrder(Group group, Instant opens, Instant closes, Optional<Instant> checkIn) {
        boolean inOrder = opens.isBefore(closes);
        if (!inOrder) {
            faults.add(
                    group.lineOf("closes"), "The window closes before it opens, or as it does. Write a later closes.");
        }
        if (checkIn.isPresent() && checkIn.get().isAfter(opens)) {
            faults.add(
                    group.lineOf("checkIn"), "Check-in begins after the opening. Write a checkIn no later than opens.");
            return false;
        }
        return inOrder;
    }

    private Optional<Instant> time(String key, Optional<YamlNode.Scalar> text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WrittenTime.local(text.get().text(), zone.orElse(java.time.ZoneOffset.UTC)));
        } catch (UnclearTimeException unclear) {
            faults.add(text.get().line(), "%s %s", key, unclear.getMessage());
            return Optional.empty();
        }
    }

    private void refuseOverlaps() {
        List<Read> inOrder = windows.stream()
                .sorted(Comparator.comparing(read -> read.window().opensAt()))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            Read first = inOrder.get(i);
            for (Read second : inOrder.subList(i + 1, inOrder.size())) {
                if (overlap(first.window(), second.window())) {
                    Read later = first.line() > second.line() ? first : second;
                    Read earlier = later == first ? second : first;
                    faults.add(
                            later.line(),
                            "Window %s overlaps window %s (line %d) of the same cohort. Let one close before the other opens.",
                            later.window().id(),
                            earlier.window().id(),
                            earlier.line());
                }
            }
        }
    }

    private static boolean overlap(BookingWindow first, BookingWindow second) {
        return first.cohort().equals(second.cohort()) && second.opensAt().isBefore(first.closesAt());
    }
}

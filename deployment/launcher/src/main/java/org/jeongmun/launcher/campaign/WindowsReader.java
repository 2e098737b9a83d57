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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.WindowId;

/** Reads what a campaign file says under {@code windows}. */
final class WindowsReader {
    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("id", "cohort", "opens", "closes", "checkIn", "graceMinutes", "holdMinutes"),
                    PoolUsesReader.KEYS.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ROTATING_KEYS =
            Stream.concat(KEYS.stream(), RotationReader.KEYS.stream()).collect(Collectors.toUnmodifiableSet());
    private static final int GRACE_MINUTES = 10;
    private static final int HOLD_MINUTES = 5;
    private static final int MOST_MINUTES = 24 * 60;

    private final Optional<ZoneId> zone;
    private final Predicate<CohortId> isCohort;
    private final RotationReader rotations;
    private final PoolUsesReader uses;
    private final Faults faults;
    private final List<Read> windows = new ArrayList<>();
    private final Set<WindowId> named = new HashSet<>();

    /**
     * @param zone empty when the file names none that could be used; times are then read in UTC, to find other faults
     */
    WindowsReader(
            Optional<ZoneId> zone,
            Predicate<CohortId> isCohort,
            RotationReader rotations,
            PoolUsesReader uses,
            Faults faults) {
        this.zone = zone;
        this.isCohort = isCohort;
        this.rotations = rotations;
        this.uses = uses;
        this.faults = faults;
    }

    /** {@code cohort} is the one that the file names: a rotation makes parts of it. */
    private record Read(int line, CohortId cohort, BookingWindow window) {}

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
        boolean rotates = group.has("rotate");
        group.refuseAllBut(rotates ? ROTATING_KEYS : KEYS);
        Optional<WindowId> id = group.requiredId("id", WindowId::new);
        if (id.isPresent() && !named.add(id.get())) {
            faults.add(group.lineOf("id"), "Two windows are called %s. Rename one of them.", id.get());
        }
        Optional<CohortId> cohort = group.requiredId("cohort", CohortId::new);
        cohort.filter(isCohort.negate())
                .ifPresent(unknown ->
                        faults.add(group.lineOf("cohort"), "No cohort is called %s. Add it to cohorts.", unknown));
        int grace = group.number("graceMinutes", 0, MOST_MINUTES, GRACE_MINUTES);
        int hold = group.number("holdMinutes", 1, MOST_MINUTES, HOLD_MINUTES);
        List<Turn> turns = rotates ? rotations.turns(group, id, cohort) : once(group, id, cohort);
        uses.read(group, turns.stream().map(Turn::id).toList());
        for (Turn turn : turns) {
            if (rotates && !named.add(turn.id())) {
                faults.add(group.lineOf("id"), "Two windows are called %s. Rename one of them.", turn.id());
            }
            if (isInOrder(group, turn.opens(), turn.closes(), turn.checkIn())) {
                BookingWindow window = new BookingWindow(
                        turn.id(),
                        turn.cohort(),
                        turn.opens(),
                        turn.closes(),
                        turn.checkIn(),
                        Duration.ofMinutes(grace),
                        Duration.ofMinutes(hold));
                windows.add(new Read(group.line(), cohort.orElseThrow(), window));
            }
        }
    }

    private List<Turn> once(Group group, Optional<WindowId> id, Optional<CohortId> cohort) {
        Optional<Instant> opens = time("opens", group.required("opens"));
        Optional<Instant> closes = time("closes", group.required("closes"));
        Optional<Instant> checkIn = time("checkIn", group.optional("checkIn"));
        if (opens.isEmpty() || closes.isEmpty()) {
            return List.of();
        }
        boolean inOrder = isInOrder(group, opens.get(), closes.get(), checkIn);
        return inOrder && id.isPresent() && cohort.isPresent()
                ? List.of(new Turn(id.get(), cohort.get(), opens.get(), closes.get(), checkIn))
                : List.of();
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
        return text.flatMap(given ->
                faults.read(key, given, each -> WrittenTime.local(each, zone.orElse(java.time.ZoneOffset.UTC))));
    }

    private void refuseOverlaps() {
        List<Read> inOrder = windows.stream()
                .sorted(Comparator.comparing(read -> read.window().opensAt()))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            Read first = inOrder.get(i);
            for (Read second : inOrder.subList(i + 1, inOrder.size())) {
                if (overlap(first, second)) {
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

    private static boolean overlap(Read first, Read second) {
        return first.cohort().equals(second.cohort())
                && second.window().opensAt().isBefore(first.window().closesAt());
    }
}

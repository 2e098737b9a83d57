package org.jeongmun.web.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Remaining;
import org.jeongmun.clinic.Slot;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.schedule.WindowStatus;

/** The directory as it was last seen. What is older than a few seconds tells nothing of free places any more. */
public final class SnapshotDirectory implements ClinicDirectory {
    private static final long FRESH_NANOS = Duration.ofSeconds(4).toNanos();

    private static final Sharing UNPOOLED = new Sharing(0, true, Set.of());

    private final ScheduleInForce schedule;
    private final LongSupplier nanoTime;
    private volatile Sight sight;

    /**
     * Makes a directory that has not been loaded.
     *
     * @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests
     */
    public SnapshotDirectory(ScheduleInForce schedule, LongSupplier nanoTime) {
        this.schedule = schedule;
        this.nanoTime = nanoTime;
    }

    /**
     * The snapshot as of one moment.
     *
     * @param atNanos when the database was asked, by the monotonic clock
     * @param checkedAt the same by the portal's clock
     * @param totals of all slots after {@code checkedAt}
     */
    private record Sight(Snapshot snapshot, long atNanos, Instant checkedAt, Totals totals) {}

    /** Shows what the database said to a question that was asked at {@code atNanos}. */
    void show(Snapshot snapshot, long atNanos, Instant checkedAt) {
        // Writing the volatile field last makes the places visible that were written before.
        sight = new Sight(snapshot, atNanos, checkedAt, snapshot.slots().totalsAfter(checkedAt));
    }

    @Override
    public SortedMap<String, SortedSet<String>> regions() {
        Sight seen = sight;
        return seen == null ? new TreeMap<>() : seen.snapshot().clinics().regions();
    }

    @Override
    public Optional<Clinic> clinic(ClinicId id) {
        Sight seen = sight;
        if (seen == null) {
            return Optional.empty();
        }
        ClinicTable clinics = seen.snapshot().clinics();
        OptionalInt number = clinics.number(id);
        return number.isPresent() ? Optional.of(clinics.clinic(number.getAsInt())) : Optional.empty();
    }

    @Override
    public Availability search(ClinicSearch search) {
        Optional<Reading> reading = openReading();
        Optional<Sight> fresh = freshSight();
        if (reading.isEmpty() || fresh.isEmpty()) {
            return Availability.NotNow.NOT_NOW;
        }
        Snapshot snapshot = fresh.get().snapshot();
        Sharing meant = anybodys(snapshot, reading.get());
        int[] matches = new Ranking(snapshot.clinics(), snapshot.slots(), meant).matches(search);
        List<Availability.Found> found = Arrays.stream(matches)
                .limit(search.limit())
                .mapToObj(number -> found(number, search, snapshot, meant))
                .toList();
        return new Availability.Seen(fresh.get().checkedAt(), found, matches.length > search.limit());
    }

    private static Availability.Found found(int number, ClinicSearch search, Snapshot snapshot, Sharing meant) {
        Clinic clinic = snapshot.clinics().clinic(number);
        OptionalInt metres = search.near().stream()
                .mapToInt(from -> from.metresTo(clinic.latitude(), clinic.longitude()))
                .findFirst();
        return new Availability.Found(
                clinic,
                snapshot.slots().free(number, meant),
                Optional.ofNullable(snapshot.slots().earliestFree(number, meant)),
                metres);
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic) {
        return freeSlots(clinic, SnapshotDirectory::anybodys);
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic, WindowId window) {
        return freeSlots(
                clinic,
                (snapshot, reading) -> Sharing.of(
                        List.of(window), snapshot.shares(), reading.now().latest()));
    }

    private SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic, BiFunction<Snapshot, Reading, Sharing> whose) {
        SortedMap<LocalDate, List<Slot>> byDate = new TreeMap<>();
        Optional<Reading> reading = openReading();
        Optional<Sight> fresh = freshSight();
        if (reading.isEmpty() || fresh.isEmpty()) {
            return byDate;
        }
        Snapshot snapshot = fresh.get().snapshot();
        OptionalInt number = snapshot.clinics().number(clinic);
        if (number.isEmpty()) {
            return byDate;
        }
        Sharing meant = whose.apply(snapshot, reading.get());
        for (Slot slot : snapshot.slots().freeSlots(number.getAsInt(), clinic, meant)) {
            LocalDate date = LocalDate.ofInstant(
                    slot.startsAt(), reading.get().schedule().zone());
            byDate.computeIfAbsent(date, each -> new ArrayList<>()).add(slot);
        }
        return byDate;
    }

    /** Counted once for each sight: the gate asks this for every request. */
    @Override
    public Optional<Long> freePlaces() {
        return freshSight().map(seen -> seen.totals().free(meantByAll(seen)));
    }

    private Sharing meantByAll(Sight seen) {
        Optional<Reading> reading = hasPools() ? schedule.now() : Optional.empty();
        return reading.isPresent() ? anybodys(seen.snapshot(), reading.get()) : UNPOOLED;
    }

    @Override
    public Optional<Remaining> remaining(WindowId window) {
        Optional<Sight> fresh = freshSight();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        Snapshot snapshot = fresh.get().snapshot();
        Instant now = schedule.now()
                .map(reading -> reading.now().earliest())
                .orElse(fresh.get().checkedAt());
        Sharing meant = Sharing.of(List.of(window), snapshot.shares(), now);
        Totals totals = fresh.get().totals();
        return Optional.of(
                new Remaining(snapshot.shares().containsKey(window), totals.free(meant), totals.nextRelease(meant)));
    }

    @Override
    public boolean hasPools() {
        Sight seen = sight;
        return seen != null && !seen.snapshot().shares().isEmpty();
    }

    /** What anybody may take now: the places of all windows that are open; while none is, those of all windows. */
    private static Sharing anybodys(Snapshot snapshot, Reading reading) {
        List<WindowId> open = reading.schedule().windows().stream()
                .filter(window -> window.statusAt(reading.now()) == WindowStatus.OPEN)
                .map(BookingWindow::id)
                .toList();
        List<WindowId> windows = open.isEmpty()
                ? reading.schedule().windows().stream().map(BookingWindow::id).toList()
                : open;
        return Sharing.of(windows, snapshot.shares(), reading.now().latest());
    }

    @Override
    public Map<String, Long> size() {
        Sight seen = sight;
        long clinics = seen == null ? 0 : seen.snapshot().clinics().size();
        long slots = seen == null ? 0 : seen.snapshot().slots().size();
        return Map.of("clinics", clinics, "slots", slots);
    }

    private Optional<Reading> openReading() {
        return schedule.now().filter(reading -> reading.status() == PortalStatus.OPEN);
    }

    private Optional<Sight> freshSight() {
        Sight seen = sight;
        return seen != null && nanoTime.getAsLong() - seen.atNanos() <= FRESH_NANOS
                ? Optional.of(seen)
                : Optional.empty();
    }
}

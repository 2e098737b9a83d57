package org.jeongmun.web.clinic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    /** A look-up tells nothing of what was not so within the last two seconds. */
    private static final long TOLD_FOR_NANOS = Duration.ofSeconds(2).toNanos();
    /**
     * Who is about to choose a time learns at once when it is gone; a slow moment of the database does not stop them.
     */
    private static final long FRESH_NANOS = Duration.ofSeconds(4).toNanos();

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

    /** Shows what the database said to a question that was asked at {@code atNanos}. */
    void show(Snapshot snapshot, long atNanos, Instant checkedAt) {
        // Writing the volatile field last makes the places visible that were written before.
        sight = new Sight(snapshot, atNanos, checkedAt, anybodys(snapshot, schedule.now(), checkedAt));
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
        Optional<Sight> fresh = sight(TOLD_FOR_NANOS);
        Optional<Reading> reading = openReading();
        if (reading.isEmpty() || fresh.isEmpty()) {
            return Availability.NotNow.NOT_NOW;
        }
        Sight seen = fresh.get();
        FreeByClinic free = seen.freeOf(anybodys(seen.snapshot(), reading.get()));
        return free.told(search, () -> look(search, seen, free));
    }

    private static Availability.Seen look(ClinicSearch search, Sight seen, FreeByClinic free) {
        ClinicTable clinics = seen.snapshot().clinics();
        int[] matches = new Ranking(clinics, free).matches(search);
        List<Availability.Found> found = Arrays.stream(matches)
                .limit(search.limit())
                .mapToObj(number -> found(number, search, clinics, free))
                .toList();
        return new Availability.Seen(seen.checkedAt(), found, matches.length > search.limit());
    }

    private static Availability.Found found(int number, ClinicSearch search, ClinicTable clinics, FreeByClinic free) {
        Clinic clinic = clinics.clinic(number);
        OptionalInt metres = search.near().stream()
                .mapToInt(from -> from.metresTo(clinic.latitude(), clinic.longitude()))
                .findFirst();
        return new Availability.Found(clinic, free.free(number), Optional.ofNullable(free.earliest(number)), metres);
    }

    @Override
    public Optional<List<Slot>> slotsToTell(ClinicId clinic) {
        return free(clinic, sight(TOLD_FOR_NANOS), openReading(), SnapshotDirectory::anybodys);
    }

    @Override
    public Optional<Instant> toldFrom() {
        return openReading().flatMap(reading -> sight(TOLD_FOR_NANOS)).map(Sight::checkedAt);
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic) {
        return byDate(clinic, SnapshotDirectory::anybodys);
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic, WindowId window) {
        return byDate(
                clinic,
                (snapshot, reading) -> Sharing.of(
                        List.of(window), snapshot.shares(), reading.now().earliest()));
    }

    private SortedMap<LocalDate, List<Slot>> byDate(ClinicId clinic, BiFunction<Snapshot, Reading, Sharing> whose) {
        SortedMap<LocalDate, List<Slot>> byDate = new TreeMap<>();
        Optional<Reading> reading = openReading();
        for (Slot slot : free(clinic, sight(FRESH_NANOS), reading, whose).orElse(List.of())) {
            LocalDate date = LocalDate.ofInstant(
                    slot.startsAt(), reading.orElseThrow().schedule().zone());
            byDate.computeIfAbsent(date, each -> new ArrayList<>()).add(slot);
        }
        return byDate;
    }

    private static Optional<List<Slot>> free(
            ClinicId clinic,
            Optional<Sight> sight,
            Optional<Reading> reading,
            BiFunction<Snapshot, Reading, Sharing> whose) {
        if (sight.isEmpty() || reading.isEmpty()) {
            return Optional.empty();
        }
        Snapshot snapshot = sight.get().snapshot();
        OptionalInt number = snapshot.clinics().number(clinic);
        return Optional.of(
                number.isEmpty()
                        ? List.of()
                        : snapshot.slots().freeSlots(number.getAsInt(), clinic, whose.apply(snapshot, reading.get())));
    }

    /** Summed up once for each sight: the gate asks this for every request. */
    @Override
    public Optional<Long> freePlaces() {
        return sight(FRESH_NANOS)
                .map(seen -> seen.totals()
                        .free(anybodys(
                                seen.snapshot(), hasPools() ? schedule.now() : Optional.empty(), seen.checkedAt())));
    }

    @Override
    public Optional<Remaining> remaining(WindowId window) {
        Optional<Sight> fresh = sight(FRESH_NANOS);
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

    /** While nobody knows the schedule, what no pool has. */
    private static Sharing anybodys(Snapshot snapshot, Optional<Reading> reading, Instant otherwise) {
        return reading.map(known -> anybodys(snapshot, known))
                .orElseGet(() -> new Sharing(SlotTable.micros(otherwise), true, Set.of()));
    }

    /**
     * What anybody may take now: the places of all windows that are open; while none is, those of all windows. The
     * early edge of the time decides, so that nothing is told before it is released.
     */
    private static Sharing anybodys(Snapshot snapshot, Reading reading) {
        List<WindowId> open = reading.schedule().windows().stream()
                .filter(window -> window.statusAt(reading.now()) == WindowStatus.OPEN)
                .map(BookingWindow::id)
                .toList();
        List<WindowId> windows = open.isEmpty()
                ? reading.schedule().windows().stream().map(BookingWindow::id).toList()
                : open;
        return Sharing.of(windows, snapshot.shares(), reading.now().earliest());
    }

    private Optional<Reading> openReading() {
        return schedule.now().filter(reading -> reading.status() == PortalStatus.OPEN);
    }

    private Optional<Sight> sight(long atMostNanos) {
        Sight seen = sight;
        return seen != null && nanoTime.getAsLong() - seen.atNanos() <= atMostNanos
                ? Optional.of(seen)
                : Optional.empty();
    }
}

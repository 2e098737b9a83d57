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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Slot;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce;
import org.jeongmun.schedule.ScheduleInForce.Reading;

/** The directory as it was last seen. What is older than a few seconds tells nothing of free places any more. */
public final class SnapshotDirectory implements ClinicDirectory {
    /** A look-up tells nothing of what was not so within the last two seconds. */
    private static final long TOLD_FOR_NANOS = Duration.ofSeconds(2).toNanos();
    /** Who is about to choose a time learns at once when it is gone; a slow moment of the database does not stop them. */
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
        sight = new Sight(snapshot, atNanos, checkedAt);
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
        Snapshot snapshot = fresh.get().snapshot();
        Tally tally = fresh.get().tallyAt(reading.get().now().latest());
        int[] matches = new Ranking(snapshot.clinics(), tally).matches(search);
        List<Availability.Found> found = Arrays.stream(matches)
                .limit(search.limit())
                .mapToObj(number -> found(number, search, snapshot.clinics(), tally))
                .toList();
        return new Availability.Seen(fresh.get().checkedAt(), found, matches.length > search.limit());
    }

    private static Availability.Found found(int number, ClinicSearch search, ClinicTable clinics, Tally tally) {
        Clinic clinic = clinics.clinic(number);
        OptionalInt metres = search.near().stream()
                .mapToInt(from -> from.metresTo(clinic.latitude(), clinic.longitude()))
                .findFirst();
        return new Availability.Found(clinic, tally.free(number), Optional.ofNullable(tally.earliest(number)), metres);
    }

    @Override
    public Optional<List<Slot>> slotsToTell(ClinicId clinic) {
        return free(clinic, sight(TOLD_FOR_NANOS), openReading());
    }

    @Override
    public Optional<Instant> toldFrom() {
        return openReading().flatMap(reading -> sight(TOLD_FOR_NANOS)).map(Sight::checkedAt);
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic) {
        SortedMap<LocalDate, List<Slot>> byDate = new TreeMap<>();
        Optional<Reading> reading = openReading();
        for (Slot slot : free(clinic, sight(FRESH_NANOS), reading).orElse(List.of())) {
            LocalDate date = LocalDate.ofInstant(
                    slot.startsAt(), reading.orElseThrow().schedule().zone());
            byDate.computeIfAbsent(date, each -> new ArrayList<>()).add(slot);
        }
        return byDate;
    }

    private static Optional<List<Slot>> free(ClinicId clinic, Optional<Sight> sight, Optional<Reading> reading) {
        if (sight.isEmpty() || reading.isEmpty()) {
            return Optional.empty();
        }
        Snapshot snapshot = sight.get().snapshot();
        OptionalInt number = snapshot.clinics().number(clinic);
        return Optional.of(
                number.isEmpty()
                        ? List.of()
                        : snapshot.slots()
                                .freeSlots(
                                        number.getAsInt(),
                                        clinic,
                                        reading.get().now().latest()));
    }

    /** Counted once for each sight: the gate asks this for every request. */
    @Override
    public Optional<Long> freePlaces() {
        return sight(FRESH_NANOS).map(Sight::freePlaces);
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

    private Optional<Sight> sight(long atMostNanos) {
        Sight seen = sight;
        return seen != null && nanoTime.getAsLong() - seen.atNanos() <= atMostNanos
                ? Optional.of(seen)
                : Optional.empty();
    }
}

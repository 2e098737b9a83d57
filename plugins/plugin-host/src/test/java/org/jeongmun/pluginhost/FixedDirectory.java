package org.jeongmun.pluginhost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Remaining;
import org.jeongmun.clinic.Slot;
import org.jeongmun.schedule.WindowId;

/** A directory of one clinic with seven places, open until it is closed. */
final class FixedDirectory implements ClinicDirectory {
    private final Clinic clinic;
    private volatile Instant picture = Instant.parse("2021-07-14T11:00:01Z");
    private volatile boolean closed;
    private volatile boolean more;
    private volatile ClinicSearch lastSearch;

    FixedDirectory(Clinic clinic) {
        this.clinic = clinic;
    }

    void close() {
        closed = true;
    }

    void hasMore() {
        more = true;
    }

    ClinicSearch lastSearch() {
        return lastSearch;
    }

    @Override
    public Availability search(ClinicSearch search) {
        lastSearch = search;
        if (closed) {
            return Availability.NotNow.NOT_NOW;
        }
        Optional<Instant> earliestAt = Optional.of(Instant.parse("2021-07-27T00:00:00Z"));
        return new Availability.Seen(
                Instant.parse("2021-07-14T11:00:01Z"),
                List.of(new Availability.Found(clinic, 7, earliestAt, OptionalInt.empty())),
                more);
    }

    @Override
    public SortedMap<String, SortedSet<String>> regions() {
        return new TreeMap<>(Map.of(clinic.sido(), new TreeSet<>()));
    }

    @Override
    public Optional<Clinic> clinic(ClinicId id) {
        return Optional.empty();
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId id) {
        return new TreeMap<>();
    }

    @Override
    public Optional<List<Slot>> slotsToTell(ClinicId id) {
        return closed ? Optional.empty() : Optional.of(List.of());
    }

    @Override
    public Optional<Instant> toldFrom() {
        return closed ? Optional.empty() : Optional.of(picture);
    }

    /** The places were counted again. */
    void countAgain() {
        picture = picture.plusMillis(500);
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId id, WindowId window) {
        return new TreeMap<>();
    }

    @Override
    public Optional<Remaining> remaining(WindowId window) {
        return Optional.empty();
    }

    @Override
    public boolean hasPools() {
        return false;
    }

    @Override
    public Optional<Long> freePlaces() {
        return Optional.empty();
    }
}

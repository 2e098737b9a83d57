package org.jeongmun.web.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Slot;

/** A directory that has not been loaded yet. */
@ApplicationScoped
class SnapshotDirectory implements ClinicDirectory {
    @Override
    public SortedMap<String, SortedSet<String>> regions() {
        return new TreeMap<>();
    }

    @Override
    public Optional<Clinic> clinic(ClinicId id) {
        return Optional.empty();
    }

    @Override
    public Availability search(ClinicSearch search) {
        return Availability.NotNow.NOT_NOW;
    }

    @Override
    public SortedMap<LocalDate, List<Slot>> freeSlots(ClinicId clinic) {
        return new TreeMap<>();
    }

    @Override
    public Optional<Long> freePlaces() {
        return Optional.empty();
    }

    @Override
    public Map<String, Long> size() {
        return Map.of("clinics", 0L, "slots", 0L);
    }
}

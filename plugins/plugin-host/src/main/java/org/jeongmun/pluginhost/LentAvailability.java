package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.Detail;
import org.jeongmun.clinic.Slot;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicId;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.FreeSlot;

/**
 * The clinic directory as one call of a plugin may use it. Remembers whether the directory was closed, so that the
 * portal can answer itself, and works only while it is lent: during the call, and again during each further piece of a
 * long answer.
 */
final class LentAvailability implements Availability {
    /** The directory tells nothing of places that it has not counted within the last two seconds. */
    private static final Duration VALID_FOR = Duration.ofSeconds(2);

    private final ClinicDirectory directory;
    private final Detail detail;
    private volatile boolean lent;
    private volatile boolean closed;

    LentAvailability(ClinicDirectory directory, Detail detail) {
        this.directory = requireNonNull(directory, "directory");
        this.detail = requireNonNull(detail, "detail");
    }

    /** @return whether the directory ever refused during this call */
    boolean wasClosed() {
        return closed;
    }

    void lend() {
        lent = true;
    }

    void end() {
        lent = false;
    }

    @Override
    public ClinicSearch clinics(ClinicQuery query) {
        refuseAfterTheEnd();
        OptionalInt offset = Cursor.offset(query);
        if (offset.isEmpty()) {
            return new ClinicSearch.UnknownCursor();
        }
        org.jeongmun.clinic.Availability found = directory.search(search(query, offset.getAsInt()));
        if (found instanceof org.jeongmun.clinic.Availability.Seen seen) {
            return page(seen, query, offset.getAsInt());
        }
        closed = true;
        return new ClinicSearch.Closed();
    }

    @Override
    public Optional<List<FreeSlot>> slots(ClinicId clinic) {
        refuseAfterTheEnd();
        Optional<List<Slot>> free = org.jeongmun.clinic.ClinicId.isWellFormed(clinic.value())
                ? directory.slotsToTell(new org.jeongmun.clinic.ClinicId(clinic.value()))
                : directory.toldFrom().map(when -> List.of());
        if (free.isEmpty()) {
            closed = true;
        }
        return free.map(slots -> slots.stream().map(this::slot).toList());
    }

    @Override
    public Optional<List<String>> provinces() {
        refuseAfterTheEnd();
        Optional<List<String>> provinces =
                directory.toldFrom().map(when -> List.copyOf(directory.regions().keySet()));
        if (provinces.isEmpty()) {
            closed = true;
        }
        return provinces;
    }

    private void refuseAfterTheEnd() {
        if (!lent) {
            throw new IllegalStateException("Availability is lent for one call; this call has ended.");
        }
    }

    private static org.jeongmun.clinic.ClinicSearch search(ClinicQuery query, int offset) {
        return new org.jeongmun.clinic.ClinicSearch(
                query.sido().orElse(""),
                query.sigungu().orElse(""),
                query.name().orElse(""),
                query.near().map(from -> new org.jeongmun.clinic.GeoPoint(from.latitude(), from.longitude())),
                org.jeongmun.clinic.ClinicSearch.Order.valueOf(query.order().name()),
                query.onlyFree(),
                offset,
                query.limit());
    }

    private ClinicSearch.Page page(org.jeongmun.clinic.Availability.Seen seen, ClinicQuery query, int offset) {
        Optional<String> next =
                seen.more() ? Optional.of(Cursor.at(offset + seen.clinics().size(), query)) : Optional.empty();
        Instant checkedAt = seen.checkedAt();
        return new ClinicSearch.Page(
                checkedAt,
                checkedAt.plus(VALID_FOR),
                seen.clinics().stream().map(this::clinic).toList(),
                next);
    }

    private ClinicAvailability clinic(org.jeongmun.clinic.Availability.Found found) {
        Clinic clinic = found.clinic();
        return new ClinicAvailability(
                new ClinicId(clinic.id().value()),
                clinic.name(),
                clinic.sido(),
                Optional.of(clinic.sigungu()).filter(sigungu -> !sigungu.isEmpty()),
                clinic.address(),
                clinic.latitude(),
                clinic.longitude(),
                detail.of(found.freePlaces()),
                found.earliestAt(),
                found.metres(),
                clinic.phone());
    }

    private FreeSlot slot(Slot slot) {
        return new FreeSlot(
                slot.id().toString(), slot.startsAt(), slot.endsAt(), slot.vaccine(), detail.of(slot.free()));
    }
}

package org.jeongmun.launcher.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The columns of slots.csv. */
final class SlotColumns implements Columns<SlotRow> {
    /** Of one slot; enough for a stadium, and too few for a mistyped date. */
    static final int MAX_CAPACITY = 100_000;

    /** Nobody is given a whole day to come; a longer slot is a mistyped date. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final List<String> HEADER = List.of("clinic_id", "starts_at", "ends_at", "vaccine", "capacity");

    private final SlotTimes times;

    /** @param zone of times without an offset */
    SlotColumns(ZoneId zone) {
        times = new SlotTimes(zone);
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public SlotRow read(Cells cells) {
        SlotRow slot = new SlotRow(
                ClinicColumns.id(cells, 0),
                time(cells, 1),
                time(cells, 2),
                cells.text(3, 60),
                cells.whole(4, 0, MAX_CAPACITY));
        if (slot.startsAt() != null && slot.endsAt() != null) {
            if (!slot.startsAt().isBefore(slot.endsAt())) {
                cells.refuse(2, "must be after starts_at");
            } else if (slot.endsAt().isAfter(slot.startsAt().plus(LONGEST))) {
                cells.refuse(2, "must be within 24 hours of starts_at");
            }
        }
        return slot;
    }

    private Instant time(Cells cells, int column) {
        Optional<Instant> time = times.parse(cells.raw(column));
        if (time.isEmpty()) {
            cells.refuse(column, times.fault(cells.raw(column)));
        }
        return time.orElse(null);
    }
}

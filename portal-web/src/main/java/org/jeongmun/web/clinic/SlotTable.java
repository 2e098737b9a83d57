package org.jeongmun.web.clinic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.Slot;
import org.jeongmun.clinic.SlotId;

/**
 * All slots in plain arrays: two million fit into 70 MB and can be counted in milliseconds. A clinic's slots lie side
 * by side in order of start. Only the free places change, by one thread; who publishes them makes them visible.
 */
final class SlotTable {
    /** Later than any slot. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int NONE = -1;

    private final long[] ids;
    private final long[] startMicros;
    private final int[] lengthMillis;
    private final short[] vaccines;
    private final int[] free;
    private final List<String> vaccineNames;
    private final int[] firstOfClinic;
    private final int[] endOfClinic;
    private final int[] rowsById;
    private SlotSupply supply = SlotSupply.none();

    /** @param rows complete; not to be used afterwards */
    SlotTable(SlotTableBuilder rows) {
        ids = rows.ids();
        startMicros = rows.startMicros();
        lengthMillis = rows.lengthMillis();
        vaccines = rows.vaccines();
        free = rows.free();
        vaccineNames = rows.vaccineNames();
        firstOfClinic = rows.firstOfClinic();
        endOfClinic = rows.endOfClinic();
        rowsById = index(ids);
    }

    /** A hash table of row numbers with open addressing, at most half full. */
    private static int[] index(long[] ids) {
        int[] table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, ids.length)) << 2)];
        Arrays.fill(table, NONE);
        for (int row = 0; row < ids.length; row++) {
            int place = place(ids[row], table.length);
            while (table[place] != NONE) {
                place = place + 1 & table.length - 1;
            }
            table[place] = row;
        }
        return table;
    }

    private static int place(long id, int length) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & length - 1;
    }

    int size() {
        return ids.length;
    }

    /** Takes what pools have at these slots; once, before anything is asked. */
    void supply(SlotSupply ofPools) {
        supply = ofPools;
    }

    /**
     * Learns how many places of a slot are free that no pool has; a slot that came after the snapshot is passed over.
     */
    void setFree(long id, int places) {
        int row = rowOf(id);
        if (row != NONE) {
            free[row] = Math.max(0, places);
        }
    }

    /** Learns how many places of a share are taken at a slot. */
    void setTaken(long id, long share, int count) {
        int row = rowOf(id);
        if (row != NONE) {
            supply.setTaken(row, share, count);
        }
    }

    /** @return the row of that slot, negative for one that came after the snapshot */
    int rowOf(long id) {
        int place = place(id, rowsById.length);
        while (rowsById[place] != NONE) {
            if (ids[rowsById[place]] == id) {
                return rowsById[place];
            }
            place = place + 1 & rowsById.length - 1;
        }
        return NONE;
    }

    /** @return the sums over all slots that start after {@code now} */
    Totals totalsAfter(Instant now) {
        long after = micros(now);
        Totals totals = supply.totals();
        for (int row = 0; row < ids.length; row++) {
            if (startMicros[row] > after) {
                totals.addUnpooled(free[row]);
                supply.addTo(totals, row);
            }
        }
        return totals;
    }

    /**
     * Counts what is free of that which is meant at each clinic, in slots that start after then.
     *
     * @param places takes the free places of each clinic
     * @param earliest takes the start of each clinic's first slot with one, or {@link #NEVER}
     * @return when the next slot of all starts, whether or not it is free
     */
    long count(Sharing meant, long[] places, long[] earliest) {
        long next = NEVER;
        for (int clinic = 0; clinic < places.length; clinic++) {
            long sum = 0;
            long first = NEVER;
            for (int row = endOfClinic[clinic] - 1; row >= firstOfClinic[clinic]; row--) {
                if (startMicros[row] <= meant.micros()) {
                    break;
                }
                next = Math.min(next, startMicros[row]);
                long here = freeIn(row, meant);
                sum += here;
                first = here > 0 ? startMicros[row] : first;
            }
            places[clinic] = sum;
            earliest[clinic] = first;
        }
        return next;
    }

    private long freeIn(int row, Sharing meant) {
        long unpooled = meant.unpooled() ? free[row] : 0;
        return supply.isEmpty() ? unpooled : unpooled + supply.free(row, meant);
    }

    /**
     * @return the slots of the clinic of that number that start after then and have a free place that is meant, in
     *     order
     */
    List<Slot> freeSlots(int clinic, ClinicId id, Sharing meant) {
        List<Slot> slots = new ArrayList<>();
        for (int row = firstOfClinic[clinic]; row < endOfClinic[clinic]; row++) {
            long places = startMicros[row] > meant.micros() ? freeIn(row, meant) : 0;
            if (places > 0) {
                slots.add(slot(row, id, (int) places));
            }
        }
        return slots;
    }

    private Slot slot(int row, ClinicId clinic, int places) {
        Instant startsAt = instant(startMicros[row]);
        return new Slot(
                new SlotId(ids[row]),
                clinic,
                startsAt,
                startsAt.plusMillis(lengthMillis[row]),
                vaccineNames.get(vaccines[row]),
                places);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

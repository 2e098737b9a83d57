package org.jeongmun.web.clinic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects slots into arrays that grow: clinic by clinic in any order, each clinic's in order of start. */
final class SlotTableBuilder {
    private static final int FIRST_SIZE = 1024;

    private final int[] firstOfClinic;
    private final int[] endOfClinic;
    private final Map<String, Short> vaccineNumbers = new HashMap<>();
    private final List<String> vaccineNames = new ArrayList<>();
    private long[] ids = new long[FIRST_SIZE];
    private long[] startMicros = new long[FIRST_SIZE];
    private int[] lengthMillis = new int[FIRST_SIZE];
    private short[] vaccines = new short[FIRST_SIZE];
    private int[] free = new int[FIRST_SIZE];
    private int size;
    private int clinic = -1;

    /** @param clinics how many there are */
    SlotTableBuilder(int clinics) {
        firstOfClinic = new int[clinics];
        endOfClinic = new int[clinics];
    }

    /**
     * Adds a slot of the clinic of that number, which is that of the slot before or one that has not had any. A length
     * that cannot be kept is cut to one that can, so that an odd slot never takes the whole clinic away.
     */
    void add(int clinicNumber, long id, long start, long millis, String vaccine, int places) {
        begin(clinicNumber);
        if (size == ids.length) {
            grow(size + (size >> 1));
        }
        ids[size] = id;
        startMicros[size] = start;
        lengthMillis[size] = (int) Math.max(1, Math.min(Integer.MAX_VALUE, millis));
        vaccines[size] = vaccineNumbers.computeIfAbsent(vaccine, this::newNumber);
        free[size] = Math.max(0, places);
        size++;
        endOfClinic[clinicNumber] = size;
    }

    SlotTable build() {
        grow(size);
        return new SlotTable(this);
    }

    private void begin(int clinicNumber) {
        if (clinicNumber == clinic) {
            return;
        }
        if (endOfClinic[clinicNumber] > 0) {
            throw new IllegalArgumentException("Slots come clinic by clinic; one came late.");
        }
        clinic = clinicNumber;
        firstOfClinic[clinic] = size;
    }

    private Short newNumber(String vaccine) {
        vaccineNames.add(vaccine);
        if (vaccineNames.size() > Short.MAX_VALUE) {
            throw new IllegalStateException("There are more than %d kinds of vaccine.".formatted(Short.MAX_VALUE));
        }
        return (short) (vaccineNames.size() - 1);
    }

    private void grow(int length) {
        ids = Arrays.copyOf(ids, length);
        startMicros = Arrays.copyOf(startMicros, length);
        lengthMillis = Arrays.copyOf(lengthMillis, length);
        vaccines = Arrays.copyOf(vaccines, length);
        free = Arrays.copyOf(free, length);
    }

    long[] ids() {
        return ids;
    }

    long[] startMicros() {
        return startMicros;
    }

    int[] lengthMillis() {
        return lengthMillis;
    }

    short[] vaccines() {
        return vaccines;
    }

    int[] free() {
        return free;
    }

    List<String> vaccineNames() {
        return List.copyOf(vaccineNames);
    }

    int[] firstOfClinic() {
        return firstOfClinic;
    }

    int[] endOfClinic() {
        return endOfClinic;
    }
}

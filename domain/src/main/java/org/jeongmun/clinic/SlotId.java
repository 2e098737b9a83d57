package org.jeongmun.clinic;

/**
 * The id of a slot.
 *
 * @param value given by the database, positive
 */
public record SlotId(long value) {
    /** Refuses what no database gave. */
    public SlotId {
        if (value <= 0) {
            throw new IllegalArgumentException("A slot id is positive; got %d.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

package org.jeongmun.web.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.reservation.RefusalReason;

/**
 * Why a hold did not come about.
 *
 * @param slotIsAhead whether the slot exists and is yet to begin
 * @param slotHasRoom whether it has a free place
 * @param secondIsMissing whether a second dose is due and has no place
 * @param active what the person has in this campaign
 * @param windowIsAhead whether the window is yet to open
 */
record Situation(
        boolean slotIsAhead,
        boolean slotHasRoom,
        boolean secondIsMissing,
        Optional<Active> active,
        boolean windowIsAhead) {

    /** A person's held or confirmed reservation; {@code overdue} says that its hold has run out. */
    record Active(String code, boolean confirmed, String window, long slot, boolean overdue) {
        boolean isAt(SlotId wanted) {
            return slot == wanted.value();
        }
    }

    /** @return what the function {@code situations} says in its current row */
    static Situation of(ResultSet row) throws SQLException {
        return new Situation(
                row.getBoolean("slot_is_ahead"),
                row.getBoolean("slot_has_room"),
                row.getBoolean("second_is_missing"),
                active(row),
                row.getBoolean("window_is_ahead"));
    }

    private static Optional<Active> active(ResultSet row) throws SQLException {
        if (row.getString("code") == null) {
            return Optional.empty();
        }
        boolean confirmed = "CONFIRMED".equals(row.getString("state"));
        return Optional.of(new Active(
                row.getString("code"),
                confirmed,
                row.getString("window_id"),
                row.getLong("slot_id"),
                !confirmed && !row.getBoolean("is_current")));
    }

    /**
     * The decision; pure.
     *
     * @return why the person cannot have that place; empty where they have it, or something is to be done for it
     */
    Optional<RefusalReason> refusal(SlotId wanted) {
        if (active.isPresent() && active.get().confirmed()) {
            return Optional.of(RefusalReason.ALREADY_RESERVED);
        }
        if (active.isPresent() && active.get().overdue()) {
            return Optional.empty();
        }
        if (!slotIsAhead) {
            return Optional.of(RefusalReason.SLOT_GONE);
        }
        if (active.isPresent() && active.get().isAt(wanted)) {
            return Optional.empty();
        }
        if (!slotHasRoom) {
            return Optional.of(RefusalReason.SLOT_FULL);
        }
        return secondIsMissing ? Optional.of(RefusalReason.NO_SECOND_PLACE) : Optional.empty();
    }
}

package org.jeongmun.web.reservation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.reservation.RefusalReason;

/** What the database's refusals mean, by their SQLSTATE; the states beginning with JM are of our own triggers. */
final class SqlStates {
    /** Two people waited for each other, or would have read what the other wrote: to be tried again. */
    private static final Set<String> TRY_AT_ONCE = Set.of("40001", "40P01");

    /** The booking window is not open. */
    static final String OUTSIDE_WINDOW = "JM001";

    /** The place for the second dose has gone, or there is none. */
    static final String NO_SECOND_PLACE = "JM010";

    /** Another transaction holds what this one would have to wait for. */
    static final String HAD_TO_WAIT = "55P03";

    /** The statement was given up, by its own patience. */
    static final String TOOK_TOO_LONG = "57014";

    private SqlStates() {}

    static boolean isToBeTriedAtOnce(SQLException said) {
        return said.getSQLState() != null && TRY_AT_ONCE.contains(said.getSQLState());
    }

    /** @return whether too many ask at once, or for the same; the database is there and well */
    static boolean isBusy(SQLException said) {
        return HAD_TO_WAIT.equals(said.getSQLState()) || TOOK_TOO_LONG.equals(said.getSQLState());
    }

    static boolean isOutsideWindow(SQLException said) {
        return OUTSIDE_WINDOW.equals(said.getSQLState());
    }

    static boolean isWithoutSecondPlace(SQLException said) {
        return NO_SECOND_PLACE.equals(said.getSQLState());
    }

    /** @return empty when it is no refusal but trouble with the database itself */
    static Optional<RefusalReason> reasonOf(SQLException said) {
        String state = said.getSQLState() == null ? "" : said.getSQLState();
        return switch (state) {
            case OUTSIDE_WINDOW -> Optional.of(RefusalReason.YOUR_TIME_IS_OVER);
            case "JM002" -> Optional.of(RefusalReason.SLOT_FULL);
            case NO_SECOND_PLACE -> Optional.of(RefusalReason.NO_SECOND_PLACE);
            case "JM004" -> Optional.of(RefusalReason.TRY_AGAIN_LATER);
            case "JM005" -> Optional.of(RefusalReason.SLOT_GONE);
            case "JM006" -> Optional.of(RefusalReason.HOLD_EXPIRED);
            default -> Optional.empty();
        };
    }
}

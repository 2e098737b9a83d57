package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What somebody asks the database for, together with whoever asks for the same at that moment. */
sealed interface BookingStep permits Confirmation, Hold {
    /** @return what does it for many */
    BookingCall call();

    /** @return a value for each parameter of the call, in their order */
    Object[] values();

    /**
     * Has it done for nobody else, within the transaction that the connection is in.
     *
     * @param patience for how long it may wait for other transactions, as the database reads it
     */
    default Answer askAlone(Connection connection, String patience) throws SQLException {
        return call().answers(connection, List.of(this), patience).get(0);
    }
}

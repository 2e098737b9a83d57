package org.jeongmun.web.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.WindowId;

/**
 * Whom others bring along on their numbers. The database counts them, so it makes no difference through which node, in
 * how many browsers, or with how many copies of a pass they come. Safe for many threads.
 */
final class Guests {
    private static final Logger LOG = System.getLogger(Guests.class.getName());
    private static final String BRING = "SELECT bring_guest(?, ?, ?)";

    private final DataSource source;
    private volatile boolean away;

    /** @param source connections in the portal's own role, which give up on a silent database within seconds */
    Guests(DataSource source) {
        this.source = source;
    }

    /** @return whether they are one of those whom the number may bring; nobody is while the database is away */
    boolean bring(WindowId window, long number, PersonKey guest) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(BRING)) {
            statement.setString(1, window.value());
            statement.setLong(2, number);
            statement.setString(3, guest.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                away = false;
                return row.getBoolean(1);
            }
        } catch (SQLException silent) {
            if (!away) {
                away = true;
                LOG.log(Level.WARNING, "line.guests.away sqlstate={0}", silent.getSQLState());
            }
            return false;
        }
    }
}

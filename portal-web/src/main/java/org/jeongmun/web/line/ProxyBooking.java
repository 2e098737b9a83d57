package org.jeongmun.web.line;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.web.state.PortalState;

/**
 * How many people somebody may book for beside themselves: what the campaign says, read once for each of its versions.
 */
@ApplicationScoped
public class ProxyBooking {
    private static final Logger LOG = System.getLogger(ProxyBooking.class.getName());
    private static final String QUERY = """
            SELECT CASE WHEN (proxy_booking->>'allowed')::boolean
                        THEN (proxy_booking->>'perRepresentative')::int ELSE 0 END
              FROM schedule_version WHERE version = ?""";

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource source;

    private final PortalState state;
    private volatile boolean away;
    private volatile Rule known = new Rule(-1, 0);

    private record Rule(long version, int further) {}

    /** For the container's proxy. */
    protected ProxyBooking() {
        this(null);
    }

    /** @param state which knows the version in force */
    @Inject
    public ProxyBooking(PortalState state) {
        this.state = state;
    }

    /** @return how many others may be booked for on one pass; 0 where that is not allowed, or not known */
    public int further() {
        Optional<Long> version = state.knowledge().schedule().map(OpeningSchedule::version);
        if (version.isEmpty()) {
            return 0;
        }
        Rule rule = known;
        if (rule.version() == version.get()) {
            return rule.further();
        }
        return read(version.get());
    }

    private int read(long version) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setLong(1, version);
            try (ResultSet row = statement.executeQuery()) {
                int further = row.next() ? row.getInt(1) : 0;
                known = new Rule(version, further);
                away = false;
                return further;
            }
        } catch (SQLException silent) {
            if (!away) {
                away = true;
                LOG.log(Level.WARNING, "line.proxyBooking.unknown sqlstate={0}", silent.getSQLState());
            }
            return 0;
        }
    }
}

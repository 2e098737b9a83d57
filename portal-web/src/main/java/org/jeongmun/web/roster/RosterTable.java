package org.jeongmun.web.roster;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.eligibility.RosterId;
import org.jeongmun.eligibility.Rosters;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.web.keys.IdentityKeys;

/**
 * Rosters in the database: one look at an index for each question. A roster that is not there, that was imported with
 * another secret, or that cannot be asked names nobody and leaves nobody out.
 */
@ApplicationScoped
public class RosterTable implements Rosters {
    private static final int PATIENCE_SECONDS = 1;
    private static final String QUERY = """
            SELECT r.seal, EXISTS (SELECT FROM roster_entry e WHERE e.roster_id = r.id AND e.mark = ?)
              FROM roster r WHERE r.id = ?""";

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource source;

    @Inject
    private IdentityKeys keys;

    private final LostRosters lost = new LostRosters();

    /** Made by the container. */
    public RosterTable() {}

    @Override
    public Belonging names(RosterId roster, PersonKey person) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.setBytes(1, keys.mark(roster, person));
            statement.setString(2, roster.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return unclear(roster, "NOT_IMPORTED");
                }
                if (!MessageDigest.isEqual(row.getBytes(1), keys.seal(roster))) {
                    return unclear(roster, "IMPORTED_WITH_ANOTHER_SECRET");
                }
                lost.regained(roster);
                return row.getBoolean(2) ? Belonging.YES : Belonging.NO;
            }
        } catch (SQLException away) {
            return unclear(roster, "DATABASE_AWAY sqlstate=" + away.getSQLState());
        }
    }

    private Belonging unclear(RosterId roster, String reason) {
        lost.lost(roster, reason);
        return Belonging.UNCLEAR;
    }
}

package org.jeongmun.web.partner;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerLimits;

/** Tells the database what was asked, and reads which partners there are, over one connection. For one thread. */
final class PartnerReader implements AutoCloseable {
    private static final String TODAY = "SELECT (clock_timestamp() AT TIME ZONE 'Asia/Seoul')::date";

    private static final String PARTNERS = """
            SELECT p.id, p.per_second, p.per_day,
                   ARRAY(SELECT k.hash FROM partner_key k WHERE k.partner_id = p.id),
                   ARRAY(SELECT a.address FROM partner_address a WHERE a.partner_id = p.id),
                   coalesce((SELECT u.used FROM partner_use u WHERE u.partner_id = p.id AND u.day = ?), 0)
              FROM partner p WHERE p.disabled_at IS NULL""";

    private static final String TELL = """
            INSERT INTO partner_use AS known (partner_id, day, used) VALUES (?, ?, ?)
                ON CONFLICT (partner_id, day) DO UPDATE SET used = known.used + excluded.used""";

    private final Connection connection;
    private final PreparedStatement today;
    private final PreparedStatement partners;
    private final PreparedStatement tell;

    PartnerReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.today = connection.prepareStatement(TODAY);
        this.partners = connection.prepareStatement(PARTNERS);
        this.tell = connection.prepareStatement(TELL);
    }

    /** Adds what has been asked since the last time to what all nodes have been asked. */
    void tell(Map<PartnerId, Allowance> allowances) throws SQLException {
        for (Map.Entry<PartnerId, Allowance> each : allowances.entrySet()) {
            Allowance allowance = each.getValue();
            long requests = allowance.untold();
            if (requests > 0) {
                tell.setString(1, each.getKey().value());
                tell.setObject(2, allowance.day());
                tell.setLong(3, requests);
                tell.executeUpdate();
                allowance.told(requests);
            }
        }
    }

    LocalDate today() throws SQLException {
        try (ResultSet row = today.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    List<Partner> partners(LocalDate day) throws SQLException {
        partners.setObject(1, day);
        List<Partner> read = new ArrayList<>();
        try (ResultSet row = partners.executeQuery()) {
            while (row.next()) {
                read.add(new Partner(
                        new PartnerId(row.getString(1)),
                        new PartnerLimits(row.getInt(2), row.getLong(3)),
                        texts(row.getArray(4)),
                        texts(row.getArray(5)),
                        row.getLong(6)));
            }
        }
        return read;
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

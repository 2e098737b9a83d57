package org.jeongmun.launcher.partner;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.AllOrNothing;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerKey;
import org.jeongmun.partner.PartnerLimits;

/** The tables of partners, within one transaction of the owner. */
final class PartnerRows {
    private static final String LIST = """
            SELECT p.id, p.per_second, p.per_day, p.disabled_at IS NOT NULL,
                   (SELECT count(*) FROM partner_key k WHERE k.partner_id = p.id),
                   coalesce((SELECT u.used FROM partner_use u WHERE u.partner_id = p.id
                                AND u.day = (clock_timestamp() AT TIME ZONE 'Asia/Seoul')::date), 0),
                   (SELECT string_agg(a.address, ' ' ORDER BY a.address) FROM partner_address a WHERE a.partner_id = p.id)
              FROM partner p ORDER BY p.id""";

    private final Connection connection;

    private PartnerRows(Connection connection) {
        this.connection = connection;
    }

    /** What a command does with the tables. */
    interface Work {
        void on(PartnerRows rows) throws SQLException;
    }

    /** Does it as a whole or not at all. */
    static void inTransaction(DatabaseOptions database, Progress progress, Work work) {
        OwnerWork.run(
                database,
                progress,
                owner -> AllOrNothing.make(owner, transaction -> {
                    work.on(new PartnerRows(transaction));
                    return null;
                }));
    }

    void add(PartnerId partner, PartnerLimits limits) throws SQLException {
        int added = update(
                "INSERT INTO partner (id, per_second, per_day) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
                partner.value(),
                limits.perSecond(),
                limits.perDay());
        if (added == 0) {
            throw CommandFailure.wrongUsage(
                    "ID: there is a partner %s already; `partner rotate` makes it another key.".formatted(partner));
        }
    }

    /** Locks the partner until the end. @return what it may ask now */
    PartnerLimits lock(PartnerId partner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT per_second, per_day, disabled_at IS NOT NULL FROM partner WHERE id = ? FOR UPDATE")) {
            statement.setString(1, partner.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw CommandFailure.wrongUsage(
                            "ID: there is no partner %s; `partner list` shows those there are.".formatted(partner));
                }
                if (row.getBoolean(3)) {
                    throw CommandFailure.wrongUsage(
                            "ID: the partner %s is disabled, for good; create another one.".formatted(partner));
                }
                return new PartnerLimits(row.getInt(1), row.getLong(2));
            }
        }
    }

    /** Keeps the hash of a new key and of {@code older} ones before it, the latest. */
    void addKey(PartnerKey key, int older) throws SQLException {
        String partner = key.partner().value();
        update(
                "DELETE FROM partner_key WHERE partner_id = ? AND hash NOT IN"
                        + " (SELECT hash FROM partner_key WHERE partner_id = ? ORDER BY number DESC LIMIT ?)",
                partner,
                partner,
                older);
        update("INSERT INTO partner_key (hash, partner_id) VALUES (?, ?)", key.hash(), partner);
    }

    void limit(PartnerId partner, PartnerLimits limits) throws SQLException {
        update(
                "UPDATE partner SET per_second = ?, per_day = ? WHERE id = ?",
                limits.perSecond(),
                limits.perDay(),
                partner.value());
    }

    void replaceAddresses(PartnerId partner, Set<String> addresses) throws SQLException {
        update("DELETE FROM partner_address WHERE partner_id = ?", partner.value());
        for (String address : addresses) {
            update("INSERT INTO partner_address (partner_id, address) VALUES (?, ?)", partner.value(), address);
        }
    }

    void disable(PartnerId partner) throws SQLException {
        update("DELETE FROM partner_key WHERE partner_id = ?", partner.value());
        update("UPDATE partner SET disabled_at = clock_timestamp() WHERE id = ?", partner.value());
    }

    List<String> list() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LIST);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String addresses = row.getString(7);
                lines.add(
                        row.getBoolean(4)
                                ? "%s: disabled".formatted(row.getString(1))
                                : "%s: %d a second, %d a day, %d today, keys %d, returns to %s"
                                        .formatted(
                                                row.getString(1),
                                                row.getInt(2),
                                                row.getLong(3),
                                                row.getLong(6),
                                                row.getInt(5),
                                                addresses == null ? "nowhere" : addresses));
            }
        }
        return lines;
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}

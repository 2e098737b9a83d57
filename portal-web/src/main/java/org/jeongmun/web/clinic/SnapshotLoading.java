package org.jeongmun.web.clinic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.lock.reading.OwnConnection;
import org.jeongmun.web.config.SeenTransactions;
import org.postgresql.PGStatement;

/** Reads all clinics and slots as of one moment. Two million slots take a few seconds, so it has its own connection. */
final class SnapshotLoading {
    private static final int ROWS_AT_ONCE = 10_000;
    private static final int LONGEST_SILENCE_MILLIS =
            (int) Duration.ofMinutes(1).toMillis();
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final String CLINICS =
            "SELECT id, name, sido, sigungu, address, phone, latitude, longitude FROM clinic";

    /** A double counts seconds to the microsecond for centuries, and is read ten times as fast as a timestamp. */
    private static final String SLOTS = """
            SELECT clinic_id, id, date_part('epoch', starts_at), date_part('epoch', ends_at - starts_at), vaccine,
                   capacity - COALESCE(released, taken)
              FROM slot ORDER BY clinic_id, starts_at, vaccine""";

    private SnapshotLoading() {}

    static Snapshot load(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE_MILLIS);
        try (Statement patience = connection.createStatement()) {
            patience.execute(OwnConnection.LONG_PATIENCE);
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT directory_version, pg_current_snapshot()::text FROM portal_state")) {
            if (!row.next()) {
                throw new SQLException("Table portal_state has no row: run migrate.");
            }
            ClinicTable clinics = clinics(connection);
            SlotTable slots = slots(connection, clinics);
            slots.supply(SupplyLoading.supply(connection, slots));
            return new Snapshot(
                    row.getLong(1),
                    SeenTransactions.of(row.getString(2)),
                    clinics,
                    slots,
                    SupplyLoading.shares(connection));
        } finally {
            connection.rollback();
        }
    }

    private static ClinicTable clinics(Connection connection) throws SQLException {
        List<Clinic> clinics = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CLINICS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                clinics.add(new Clinic(
                        new ClinicId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getDouble(7),
                        row.getDouble(8)));
            }
        }
        return new ClinicTable(clinics);
    }

    private static SlotTable slots(Connection connection, ClinicTable clinics) throws SQLException {
        SlotTableBuilder slots = new SlotTableBuilder(clinics.size());
        try (PreparedStatement statement = connection.prepareStatement(SLOTS)) {
            // Numbers in binary from the first row on.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    slots.add(
                            clinics.number(row.getString(1)).orElseThrow(),
                            row.getLong(2),
                            Math.round(row.getDouble(3) * MICROS_PER_SECOND),
                            Math.round(row.getDouble(4) * MILLIS_PER_SECOND),
                            row.getString(5),
                            row.getInt(6));
                }
            }
        }
        return slots.build();
    }
}

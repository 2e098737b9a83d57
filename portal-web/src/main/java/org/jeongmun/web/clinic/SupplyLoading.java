package org.jeongmun.web.clinic;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jeongmun.schedule.WindowId;

/** Reads what pools have at all slots, as of the moment of the snapshot that it belongs to. */
final class SupplyLoading {
    private static final int ROWS_AT_ONCE = 10_000;
    private static final String SHARES =
            "SELECT id, share_id FROM booking_window WHERE active AND share_id IS NOT NULL";
    private static final String SUPPLY = """
            SELECT slot_id, share_id, taken,
                   ARRAY (SELECT (extract(epoch FROM each) * 1000000)::bigint FROM unnest(effective_at) AS each), places
              FROM slot_supply""";

    private SupplyLoading() {}

    static SlotSupply supply(Connection connection, SlotTable slots) throws SQLException {
        SlotSupplyBuilder supply = new SlotSupplyBuilder(slots.size());
        try (PreparedStatement statement = connection.prepareStatement(SUPPLY)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int slot = slots.rowOf(row.getLong(1));
                    if (slot >= 0) {
                        supply.add(slot, row.getLong(2), row.getInt(3), longs(row.getArray(4)), ints(row.getArray(5)));
                    }
                }
            }
        }
        return supply.build();
    }

    static Map<WindowId, Long> shares(Connection connection) throws SQLException {
        Map<WindowId, Long> shares = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SHARES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                shares.put(new WindowId(row.getString(1)), row.getLong(2));
            }
        }
        return Map.copyOf(shares);
    }

    private static long[] longs(Array array) throws SQLException {
        Long[] values = (Long[]) array.getArray();
        long[] plain = new long[values.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values[i];
        }
        return plain;
    }

    private static int[] ints(Array array) throws SQLException {
        Integer[] values = (Integer[]) array.getArray();
        int[] plain = new int[values.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values[i];
        }
        return plain;
    }
}

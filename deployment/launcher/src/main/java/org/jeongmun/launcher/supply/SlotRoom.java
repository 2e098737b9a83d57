package org.jeongmun.launcher.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.supply.Spread;

/** Slots with what can be put into them, or taken out of them; in order of clinic and day. */
final class SlotRoom {
    private final long[] ids;
    private final int[] clinics;
    private final long[] days;
    private final int[] room;

    private SlotRoom(int size) {
        ids = new long[size];
        clinics = new int[size];
        days = new long[size];
        room = new int[size];
    }

    /** One slot: its id, its clinic, its day, and how many places. */
    private record Row(long id, String clinic, long day, int room) {}

    /**
     * Reads slots.
     *
     * @param sql answers slot, clinic, day as a number, and places, in order of clinic and start
     */
    static SlotRoom read(Tables tables, String sql, Object... values) throws SQLException {
        List<Row> rows = tables.read(sql, SlotRoom::row, values);
        SlotRoom slots = new SlotRoom(rows.size());
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            slots.ids[i] = row.id();
            Integer number = numbers.get(row.clinic());
            if (number == null) {
                number = numbers.size();
                numbers.put(row.clinic(), number);
            }
            slots.clinics[i] = number;
            slots.days[i] = row.day();
            slots.room[i] = row.room();
        }
        return slots;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getInt(4));
    }

    /** @return how many places in all */
    long total() {
        return Arrays.stream(room).asLongStream().sum();
    }

    /** @return the even division of so many places, {@link #total()} at the most */
    Division divided(long places) {
        int[] parts = Spread.of(places, clinics, days, room);
        Object[] slots = new Object[parts.length];
        Object[] numbers = new Object[parts.length];
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                slots[count] = ids[i];
                numbers[count++] = (long) parts[i];
            }
        }
        return new Division(Arrays.copyOf(slots, count), Arrays.copyOf(numbers, count));
    }

    /** Places by slot, side by side, as the database takes them. */
    record Division(Object[] slots, Object[] places) {}
}

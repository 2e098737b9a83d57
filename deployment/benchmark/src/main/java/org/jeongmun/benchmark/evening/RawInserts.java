package org.jeongmun.benchmark.evening;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who has the login that the portal publishes and writes a reservation by hand, again and again until the
 * opening, with times as they would be after it. On a thread of its own.
 */
public final class RawInserts {
    private static final long EVERY = Duration.ofMillis(100).toNanos();
    private static final String INSERT = """
            INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, state,
                                     hold_expires_at, created_at, door, schedule_version)
            SELECT ?, ?, ?, w.cohort_id, w.id, s.id, 'HELD', w.opens_at + interval '10 minutes',
                   w.opens_at + interval '1 minute', 'web', 1
              FROM booking_window w, (SELECT id FROM slot WHERE taken < capacity LIMIT 1) s WHERE w.id = ?
            RETURNING (created_at < (SELECT opens_at FROM booking_window b WHERE b.id = window_id))::int""";

    private final Map<String, Long> refusals = new TreeMap<>();
    private final WindowTimes times;
    private final String campaign;
    private final Thread thread;
    private long written;

    private RawInserts(Login login, WindowTimes times, String campaign) {
        this.times = times;
        this.campaign = campaign;
        this.thread = new Thread(() -> write(login), "raw-inserts");
    }

    /** Begins. */
    static RawInserts begin(Login login, WindowTimes times, String campaign) {
        RawInserts inserts = new RawInserts(login, times, campaign);
        inserts.thread.setDaemon(true);
        inserts.thread.start();
        return inserts;
    }

    private void write(Login login) {
        try (Connection connection = login.connect()) {
            while (System.nanoTime() < times.opensAt()) {
                try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setString(2, campaign);
                    insert.setString(3, UUID.randomUUID().toString());
                    insert.setString(4, times.window());
                    try (ResultSet row = insert.executeQuery()) {
                        // The last may have been on its way when it opened.
                        written += row.next() ? row.getInt(1) : 0;
                    }
                } catch (SQLException refused) {
                    refusals.merge(String.valueOf(refused.getSQLState()), 1L, Long::sum);
                }
                LockSupport.parkNanos(EVERY);
            }
        } catch (SQLException notConnected) {
            refusals.merge(String.valueOf(notConnected.getSQLState()), 1L, Long::sum);
        }
    }

    /** Waits for the last of them. */
    RawInserts ended() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /** @return SQLSTATE of each refusal and how often it came; to be asked after the end */
    public Map<String, Long> refusals() {
        return refusals;
    }

    /** @return how many were written before the opening: none, if all is well; to be asked after the end */
    public long written() {
        return written;
    }
}

package org.jeongmun.benchmark.evening;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jeongmun.benchmark.evening.AdmissionRate.Point;

/**
 * Reads twice a second what the portal's nodes say they have let in, each with the moment at which they said so, and
 * whether somebody stands in line. On a thread of its own.
 */
public final class AdmissionWatch {
    private static final long EVERY = Duration.ofMillis(500).toNanos();
    /** When a node has said it, as seconds after the opening by the portal's clock. */
    private static final String READ = """
            SELECT extract(epoch FROM (SELECT max(seen_at) FROM line_node) + (portal_now() - clock_timestamp()) - w.opens_at),
                   (SELECT sum(entered) FROM line_node),
                   l.issued > l.now_serving AND EXISTS (SELECT FROM slot WHERE taken < capacity)
              FROM booking_window w JOIN waiting_line l ON l.window_id = w.id WHERE w.id = ?""";

    private final List<Point> points = new ArrayList<>();
    private final WindowTimes times;
    private final Thread thread;
    private volatile boolean isOver;
    private SQLException failed;

    private AdmissionWatch(Login login, WindowTimes times) {
        this.times = times;
        this.thread = new Thread(() -> look(login), "admission-watch");
    }

    /** Begins, and reads from the opening to the close. */
    public static AdmissionWatch begin(Login login, WindowTimes times) {
        AdmissionWatch watch = new AdmissionWatch(login, times);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void look(Login login) {
        try (Connection connection = login.connect();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, times.window());
            while (!isOver && System.nanoTime() < times.closesAt()) {
                if (System.nanoTime() > times.opensAt()) {
                    try (ResultSet row = read.executeQuery()) {
                        row.next();
                        points.add(new Point(row.getDouble(1), row.getLong(2), row.getBoolean(3)));
                    }
                }
                LockSupport.parkNanos(EVERY);
            }
        } catch (SQLException lost) {
            failed = lost;
        }
    }

    /** Ends it. @return what was read, in its order */
    List<Point> ended() throws SQLException {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failed != null) {
            throw failed;
        }
        return points;
    }
}

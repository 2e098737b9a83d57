package org.jeongmun.acceptance.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;

/** A campaign with a waiting room and one window, of one test's own. It takes the place of whatever was in force. */
final class WaitingCampaign {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String name = "waiting-" + NEXT.incrementAndGet();

    private WaitingCampaign() {}

    /**
     * Stores it.
     *
     * @param order draw or arrival
     * @param checkIn seconds from now, as everything else
     */
    static WaitingCampaign with(String order, int perSecond, double checkIn, double opens) throws SQLException {
        WaitingCampaign campaign = new WaitingCampaign();
        campaign.store("""
                {"order": "%s", "admitPerSecond": %d, "maxInside": 100000, "passMinutes": 15}""".formatted(order, perSecond), checkIn, opens);
        return campaign;
    }

    private void store(String room, double checkIn, double opens) throws SQLException {
        TestDatabase.change("INSERT INTO campaign VALUES (?, 'Asia/Seoul')", name);
        TestDatabase.change(
                "INSERT INTO schedule_version (campaign_id, source, change, waiting_room)"
                        + " VALUES (?, 'test', 'apply', ?::jsonb)",
                name,
                room);
        TestDatabase.change("UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version)");
        TestDatabase.change("INSERT INTO cohort VALUES (?, ?, '가', 'A', 'cohort-birth-year', '{}')", name, name);
        TestDatabase.change(
                "INSERT INTO booking_window VALUES (?, ?, ?, portal_now() + make_interval(secs => ?),"
                        + " portal_now() + interval '1 day', portal_now() + make_interval(secs => ?), '0', '5 minutes')",
                name,
                name,
                name,
                opens,
                checkIn);
        TestDatabase.change("SELECT prepare_lines()");
    }

    CampaignId id() {
        return new CampaignId(name);
    }

    WindowId window() {
        return new WindowId(name);
    }

    /** Each number is good for so many further journeys. */
    void letsPeopleBookForOthers(int further) throws SQLException {
        TestDatabase.change(
                "INSERT INTO schedule_version (campaign_id, source, change, waiting_room, proxy_booking)"
                        + " SELECT campaign_id, source, change, waiting_room,"
                        + " jsonb_build_object('allowed', true, 'perRepresentative', ?::integer)"
                        + " FROM schedule_version WHERE version = (SELECT schedule_version FROM portal_state)",
                further);
        TestDatabase.change("UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version)");
    }

    /** The window opens so many seconds from now. */
    void opensIn(double seconds) throws SQLException {
        TestDatabase.change(
                "UPDATE booking_window SET opens_at = portal_now() + make_interval(secs => ?) WHERE id = ?",
                seconds,
                name);
    }

    /** The window has closed a moment ago. */
    void close() throws SQLException {
        TestDatabase.change(
                "UPDATE booking_window SET check_in_at = NULL, opens_at = portal_now() - interval '1 hour',"
                        + " closes_at = portal_now() WHERE id = ?",
                name);
    }

    /** @return a number of its line, such as {@code issued} or {@code now_serving}; 0 where there is none */
    long line(String column) throws SQLException {
        return TestDatabase.number(
                "SELECT COALESCE(max(%s), 0) FROM waiting_line WHERE window_id = ?".formatted(column), name);
    }
}

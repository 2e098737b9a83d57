package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jeongmun.launcher.supply.StoredSupply;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.WaitingRoom;

/** Reads the campaign in force. For one thread. */
public final class StoredCampaigns {
    private static final String IN_FORCE = """
            SELECT v.version, c.id, c.zone, v.source,
                   v.waiting_room->>'order', (v.waiting_room->>'admitPerSecond')::int,
                   (v.waiting_room->>'maxInside')::int, (v.waiting_room->>'passMinutes')::int,
                   (v.proxy_booking->>'allowed')::boolean, (v.proxy_booking->>'perRepresentative')::int
            FROM portal_state s
            JOIN schedule_version v ON v.version = s.schedule_version
            JOIN campaign c ON c.id = v.campaign_id""";
    private static final String COHORTS = """
            SELECT id, label_ko, label_en, rule, settings::text
            FROM cohort WHERE campaign_id = ? AND active ORDER BY id""";
    private static final String WINDOWS = """
            SELECT id, cohort_id, opens_at, closes_at, check_in_at,
                   (extract(epoch FROM grace) * 1000)::bigint, (extract(epoch FROM hold) * 1000)::bigint
            FROM booking_window WHERE campaign_id = ? AND active = ?""";

    private static final String FREE_NOW = """
            WITH clock AS MATERIALIZED (SELECT portal_now() AS at),
                 opened AS (SELECT w.*, (clock.at >= opens_at AND clock.at < closes_at) IS TRUE AS now_open
                              FROM booking_window w, clock WHERE active),
                 meant AS (SELECT share_id FROM opened WHERE now_open OR NOT EXISTS (SELECT FROM opened WHERE now_open)),
                 ahead AS (SELECT s.* FROM slot s, clock WHERE (s.starts_at > clock.at) IS NOT FALSE)
            SELECT COALESCE((SELECT sum(capacity - COALESCE(released, taken)) FROM ahead
                              WHERE EXISTS (SELECT FROM meant WHERE share_id IS NULL)
                                 OR NOT EXISTS (SELECT FROM meant)), 0)
                 + COALESCE((SELECT sum(places_by(u.effective_at, u.places, clock.at) - u.taken)
                               FROM slot_supply u JOIN ahead ON ahead.id = u.slot_id, clock
                              WHERE u.share_id IN (SELECT share_id FROM meant)), 0)""";

    private final Connection connection;

    /** @param connection of either role; in a transaction, when the answers are to fit together */
    public StoredCampaigns(Connection connection) {
        this.connection = connection;
    }

    /** @return the portal's time; empty in a demo whose clock has not been started */
    public Optional<Instant> now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT portal_now()")) {
            row.next();
            return Optional.ofNullable(moment(row, 1));
        }
    }

    /** @return how many places of slots that have not begun are free, those that are released for later among them */
    public long placesAhead() throws SQLException {
        return number("SELECT sum(COALESCE(released, capacity) - taken) FROM slot"
                + " WHERE (starts_at > (SELECT portal_now())) IS NOT FALSE");
    }

    /** @return how many of them can be taken now: in the windows that are open, and while none is, in all */
    public long freePlaces() throws SQLException {
        return number(FREE_NOW);
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @return the campaign in force; empty before the first was applied */
    public Optional<Campaign> inForce() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IN_FORCE)) {
            if (!row.next()) {
                return Optional.empty();
            }
            String id = row.getString(2);
            OpeningSchedule schedule = new OpeningSchedule(
                    new CampaignId(id), row.getLong(1), ZoneId.of(row.getString(3)), cohorts(id), windows(id, true));
            return Optional.of(new Campaign(
                    schedule,
                    waitingRoom(row),
                    proxyBooking(row),
                    new StoredSupply(connection).of(schedule.campaign()),
                    row.getString(4)));
        }
    }

    /** @return every file that was ever in force, word for word */
    List<String> sources() throws SQLException {
        List<String> sources = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT source FROM schedule_version")) {
            while (row.next()) {
                sources.add(row.getString(1));
            }
        }
        return sources;
    }

    /** @return the windows of a campaign that files have dropped, each as it was last */
    List<BookingWindow> dropped(CampaignId campaign) throws SQLException {
        return windows(campaign.value(), false);
    }

    private static Optional<WaitingRoom> waitingRoom(ResultSet row) throws SQLException {
        String order = row.getString(5);
        return order == null
                ? Optional.empty()
                : Optional.of(new WaitingRoom(
                        WaitingRoom.Order.valueOf(order.toUpperCase(Locale.ROOT)),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8)));
    }

    private static Optional<ProxyBooking> proxyBooking(ResultSet row) throws SQLException {
        boolean allowed = row.getBoolean(9);
        return row.wasNull() ? Optional.empty() : Optional.of(new ProxyBooking(allowed, row.getInt(10)));
    }

    private List<Cohort> cohorts(String campaign) throws SQLException {
        List<Cohort> cohorts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COHORTS)) {
            statement.setString(1, campaign);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    cohorts.add(new Cohort(
                            new CohortId(row.getString(1)),
                            new LocalizedText(row.getString(2), row.getString(3)),
                            MembershipReader.stored(row.getString(4), row.getString(5))));
                }
            }
        }
        return cohorts;
    }

    private List<BookingWindow> windows(String campaign, boolean active) throws SQLException {
        List<BookingWindow> windows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WINDOWS)) {
            statement.setString(1, campaign);
            statement.setBoolean(2, active);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    windows.add(new BookingWindow(
                            new WindowId(row.getString(1)),
                            new CohortId(row.getString(2)),
                            moment(row, 3),
                            moment(row, 4),
                            Optional.ofNullable(moment(row, 5)),
                            Duration.ofMillis(row.getLong(6)),
                            Duration.ofMillis(row.getLong(7))));
                }
            }
        }
        return windows;
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

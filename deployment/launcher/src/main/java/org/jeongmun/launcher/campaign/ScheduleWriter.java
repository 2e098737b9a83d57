package org.jeongmun.launcher.campaign;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.launcher.supply.SupplyWriter;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.waitingroom.WaitingRoom;

/**
 * Writes a campaign into the tables as a new version of the schedule, inside the caller's transaction. Rows that stay
 * as they are are not touched, so that a window's history tells its changes and nothing else.
 */
final class ScheduleWriter {
    private static final String CAMPAIGN = """
            INSERT INTO campaign (id, zone) VALUES (?, ?)
            ON CONFLICT (id) DO UPDATE SET zone = EXCLUDED.zone WHERE campaign.zone <> EXCLUDED.zone""";
    private static final String VERSION = """
            INSERT INTO schedule_version (campaign_id, source, change, reason, waiting_room, proxy_booking)
            VALUES (?, ?, ?, ?,
                    CASE WHEN ?::text IS NOT NULL THEN jsonb_build_object('order', ?::text, 'admitPerSecond', ?::int,
                                                                          'maxInside', ?::int, 'passMinutes', ?::int) END,
                    CASE WHEN ?::boolean IS NOT NULL
                         THEN jsonb_build_object('allowed', ?::boolean, 'perRepresentative', ?::int) END)
            RETURNING version""";
    private static final String COHORT = """
            INSERT INTO cohort (id, campaign_id, label_ko, label_en, rule, settings)
            VALUES (?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE SET label_ko = EXCLUDED.label_ko, label_en = EXCLUDED.label_en,
                rule = EXCLUDED.rule, settings = EXCLUDED.settings, active = true
            WHERE (cohort.label_ko, cohort.label_en, cohort.rule, cohort.settings, cohort.active)
                  IS DISTINCT FROM (EXCLUDED.label_ko, EXCLUDED.label_en, EXCLUDED.rule, EXCLUDED.settings, true)""";
    private static final String WINDOW = """
            INSERT INTO booking_window AS w
                   (id, campaign_id, cohort_id, opens_at, closes_at, check_in_at, grace, hold)
            VALUES (?, ?, ?, ?, ?, ?, make_interval(secs => ?), make_interval(secs => ?))
            ON CONFLICT (id) DO UPDATE SET opens_at = EXCLUDED.opens_at, closes_at = EXCLUDED.closes_at,
                check_in_at = EXCLUDED.check_in_at, grace = EXCLUDED.grace, hold = EXCLUDED.hold, active = true
            WHERE (w.opens_at, w.closes_at, w.check_in_at, w.grace, w.hold, w.active) IS DISTINCT FROM
                  (EXCLUDED.opens_at, EXCLUDED.closes_at, EXCLUDED.check_in_at, EXCLUDED.grace, EXCLUDED.hold, true)""";
    private static final String FOREIGN_COHORTS = """
            SELECT 'cohort ' || id FROM cohort WHERE id = ANY (?) AND campaign_id <> ? LIMIT 1""";
    private static final String FOREIGN_WINDOWS = """
            SELECT 'window ' || w.id FROM booking_window w JOIN unnest(?::text[], ?::text[]) AS named (id, cohort)
            ON named.id = w.id WHERE w.campaign_id <> ? OR w.cohort_id <> named.cohort LIMIT 1""";

    private final Connection connection;
    private final Tables tables;

    ScheduleWriter(Connection connection) {
        this.connection = connection;
        tables = new Tables(connection);
    }

    /**
     * Stores the campaign and puts it in force.
     *
     * @param change what was done, for the record
     * @return the new version
     * @throws CommandFailure exit code 2, when an id belongs to something else already
     */
    long store(Campaign campaign, String change, Optional<String> reason) throws SQLException {
        refuseForeignIds(campaign);
        String id = campaign.schedule().campaign().value();
        tables.write(CAMPAIGN, id, campaign.schedule().zone().getId());
        long version = version(campaign, change, reason);
        for (Cohort cohort : campaign.schedule().cohorts()) {
            cohort(id, cohort);
        }
        for (BookingWindow window : campaign.schedule().windows()) {
            window(id, window);
        }
        new SupplyWriter(connection).store(campaign.schedule(), campaign.supply(), version);
        tables.write("UPDATE booking_window SET active = false WHERE active AND id <> ALL (?)", windows(campaign));
        tables.write("UPDATE cohort SET active = false WHERE active AND id <> ALL (?)", cohorts(campaign));
        tables.write("UPDATE portal_state SET schedule_version = ?", version);
        first("SELECT prepare_lines()::text");
        return version;
    }

    private void refuseForeignIds(Campaign campaign) throws SQLException {
        String id = campaign.schedule().campaign().value();
        Array windowCohorts = tables.texts(campaign.schedule().windows().stream()
                .map(window -> window.cohort().value())
                .toList());
        Optional<String> foreign = first(FOREIGN_COHORTS, cohorts(campaign), id);
        if (foreign.isEmpty()) {
            foreign = first(FOREIGN_WINDOWS, windows(campaign), windowCohorts, id);
        }
        if (foreign.isPresent()) {
            throw CommandFailure.wrongUsage(
                    "The %s was stored for another campaign or cohort and stays its own: choose another id."
                            .formatted(foreign.get()));
        }
    }

    private long version(Campaign campaign, String change, Optional<String> reason) throws SQLException {
        Optional<WaitingRoom> room = campaign.waitingRoom();
        Optional<ProxyBooking> proxy = campaign.proxyBooking();
        String order =
                room.map(each -> each.order().name().toLowerCase(Locale.ROOT)).orElse(null);
        Boolean allowed = proxy.map(ProxyBooking::allowed).orElse(null);
        return Long.parseLong(first(
                        VERSION,
                        campaign.schedule().campaign().value(),
                        campaign.source(),
                        change,
                        reason.orElse(null),
                        order,
                        order,
                        room.map(WaitingRoom::admitPerSecond).orElse(null),
                        room.map(WaitingRoom::maxInside).orElse(null),
                        room.map(WaitingRoom::passMinutes).orElse(null),
                        allowed,
                        allowed,
                        proxy.map(ProxyBooking::perRepresentative).orElse(null))
                .orElseThrow());
    }

    private void cohort(String campaign, Cohort cohort) throws SQLException {
        tables.write(
                COHORT,
                cohort.id().value(),
                campaign,
                cohort.label().ko(),
                cohort.label().en(),
                WrittenMembership.word(cohort.rule()),
                WrittenMembership.settings(cohort.rule()));
    }

    private void window(String campaign, BookingWindow window) throws SQLException {
        tables.write(
                WINDOW,
                window.id().value(),
                campaign,
                window.cohort().value(),
                window.opensAt(),
                window.closesAt(),
                window.checkInAt().orElse(null),
                window.grace().toMillis() / 1000.0,
                window.hold().toMillis() / 1000.0);
    }

    private Array windows(Campaign campaign) throws SQLException {
        return tables.texts(campaign.schedule().windows().stream()
                .map(window -> window.id().value())
                .toList());
    }

    private Array cohorts(Campaign campaign) throws SQLException {
        return tables.texts(campaign.schedule().cohorts().stream()
                .map(cohort -> cohort.id().value())
                .toList());
    }

    private Optional<String> first(String sql, Object... values) throws SQLException {
        return tables.read(sql, row -> row.getString(1), values).stream().findFirst();
    }
}

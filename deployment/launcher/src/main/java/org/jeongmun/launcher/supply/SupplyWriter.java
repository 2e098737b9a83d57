package org.jeongmun.launcher.supply;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.launcher.directory.DirectoryChange;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolUse;
import org.jeongmun.supply.Release;
import org.jeongmun.supply.Supply;
import org.jeongmun.supply.Vaccine;

/**
 * Writes what a campaign says about supply into the tables, inside the caller's transaction and after its windows.
 * Slots get their places afterwards, by {@link Allotment}. Rows that stay as they are are not touched.
 */
public final class SupplyWriter {
    private static final String VACCINE = """
            INSERT INTO vaccine AS v (campaign_id, id, label_ko, label_en, doses, min_days, target_days, max_days)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (campaign_id, id) DO UPDATE SET label_ko = EXCLUDED.label_ko, label_en = EXCLUDED.label_en,
                doses = EXCLUDED.doses, min_days = EXCLUDED.min_days, target_days = EXCLUDED.target_days,
                max_days = EXCLUDED.max_days, active = true""";
    private static final String DROP_VACCINES =
            "UPDATE vaccine SET active = false WHERE active AND (campaign_id <> ? OR id <> ALL (?))";
    private static final String FOREIGN_POOLS =
            "SELECT id FROM pool WHERE id = ANY (?) AND campaign_id <> ? ORDER BY id LIMIT 1";
    private static final String POOL = """
            INSERT INTO pool AS p (id, campaign_id, vaccine, first_day, last_day) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET vaccine = EXCLUDED.vaccine, first_day = EXCLUDED.first_day,
                last_day = EXCLUDED.last_day, active = true""";
    private static final String DROP_POOLS = "UPDATE pool SET active = false WHERE active AND id <> ALL (?)";
    private static final String DROP_RELEASE =
            "UPDATE pool_release SET dropped_in = ? WHERE pool_id = ? AND at = ? AND dropped_in IS NULL";
    private static final String RELEASE = """
            INSERT INTO pool_release (pool_id, at, add, by_sido, schedule_version)
            VALUES (?, ?, ?, jsonb_object(NULLIF(?::text[], '{}'), ?::text[]), ?)
            ON CONFLICT (pool_id, at) WHERE dropped_in IS NULL DO NOTHING""";
    private static final String SHARE =
            "INSERT INTO pool_share (pool_id, window_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String USE = """
            UPDATE booking_window w SET pool_id = h.pool_id, per_day = ?, carry_over = ?, share_id = h.id
              FROM pool_share h
             WHERE w.id = ? AND h.pool_id = ? AND h.window_id IS NOT DISTINCT FROM ?
               AND (w.per_day, w.carry_over, w.share_id) IS DISTINCT FROM (?, ?, h.id)""";
    private static final String NO_USE = """
            UPDATE booking_window SET pool_id = NULL, per_day = false, carry_over = false, share_id = NULL
             WHERE id = ANY (?) AND share_id IS NOT NULL""";

    private final Tables tables;
    private final StoredSupply stored;

    /** @param connection of the owning role, in a transaction */
    public SupplyWriter(Connection connection) {
        tables = new Tables(connection);
        stored = new StoredSupply(connection);
    }

    /**
     * Stores the supply of a campaign whose windows are stored.
     *
     * @param version of the schedule that says so
     * @throws CommandFailure exit code 2, when a pool's id belongs to another campaign
     */
    public void store(OpeningSchedule schedule, Supply supply, long version) throws SQLException {
        String campaign = schedule.campaign().value();
        List<String> pools =
                supply.pools().stream().map(pool -> pool.id().value()).toList();
        refuseForeign(campaign, pools);
        for (Vaccine vaccine : supply.vaccines()) {
            vaccine(campaign, vaccine);
        }
        tables.write(
                DROP_VACCINES,
                campaign,
                tables.texts(supply.vaccines().stream().map(Vaccine::id).toList()));
        for (Pool pool : supply.pools()) {
            pool(campaign, pool, version);
        }
        tables.write(DROP_POOLS, tables.texts(pools));
        if (uses(schedule, supply) > 0) {
            tables.write(DirectoryChange.TELL);
        }
    }

    private void refuseForeign(String campaign, List<String> pools) throws SQLException {
        List<String> foreign = tables.read(FOREIGN_POOLS, row -> row.getString(1), tables.texts(pools), campaign);
        if (!foreign.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "The pool %s was stored for another campaign and stays its own: choose another id."
                            .formatted(foreign.get(0)));
        }
    }

    private void vaccine(String campaign, Vaccine vaccine) throws SQLException {
        Optional<Vaccine.Interval> interval = vaccine.interval();
        tables.write(
                VACCINE,
                campaign,
                vaccine.id(),
                vaccine.label().map(label -> label.ko()).orElse(null),
                vaccine.label().map(label -> label.en()).orElse(null),
                vaccine.doses(),
                interval.map(Vaccine.Interval::minDays).orElse(null),
                interval.map(Vaccine.Interval::targetDays).orElse(null),
                interval.map(Vaccine.Interval::maxDays).orElse(null));
    }

    private void pool(String campaign, Pool pool, long version) throws SQLException {
        String id = pool.id().value();
        tables.write(
                POOL,
                id,
                campaign,
                pool.vaccine().orElse(null),
                pool.days().map(days -> days.first()).orElse(null),
                pool.days().map(days -> days.last()).orElse(null));
        dropReleases(pool, version);
        for (Release release : pool.releases()) {
            tables.write(
                    RELEASE,
                    id,
                    release.at(),
                    release.add(),
                    tables.texts(List.copyOf(release.bySido().keySet())),
                    tables.texts(release.bySido().values().stream()
                            .map(String::valueOf)
                            .toList()),
                    version);
        }
    }

    private void dropReleases(Pool pool, long version) throws SQLException {
        for (Release known : stored.releases(pool.id())) {
            if (!pool.releases().contains(known)) {
                tables.write(DROP_RELEASE, version, pool.id().value(), known.at());
            }
        }
    }

    private long uses(OpeningSchedule schedule, Supply supply) throws SQLException {
        long changed = 0;
        for (PoolUse use : supply.uses()) {
            String owner = use.isApart() ? use.window().value() : null;
            String pool = use.pool().value();
            tables.write(SHARE, pool, owner);
            changed += tables.write(
                    USE,
                    use.perDay(),
                    use.carryOver(),
                    use.window().value(),
                    pool,
                    owner,
                    use.perDay(),
                    use.carryOver());
        }
        List<String> without = schedule.windows().stream()
                .map(BookingWindow::id)
                .filter(window -> supply.useOf(window).isEmpty())
                .map(window -> window.value())
                .toList();
        return changed + tables.write(NO_USE, tables.texts(without));
    }
}

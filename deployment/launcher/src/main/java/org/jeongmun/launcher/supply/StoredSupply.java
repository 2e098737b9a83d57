package org.jeongmun.launcher.supply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.supply.Days;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolId;
import org.jeongmun.supply.PoolUse;
import org.jeongmun.supply.Release;
import org.jeongmun.supply.Supply;
import org.jeongmun.supply.Vaccine;

/** Reads what the campaign in force says about supply. For one thread. */
public final class StoredSupply {
    private static final String VACCINES = """
            SELECT id, label_ko, label_en, doses, min_days, target_days, max_days
              FROM vaccine WHERE campaign_id = ? AND active""";
    private static final String POOLS =
            "SELECT id, vaccine, first_day, last_day FROM pool WHERE campaign_id = ? AND active";
    private static final String RELEASES = """
            SELECT r.at, r.add, s.key, s.value::bigint
              FROM pool_release r LEFT JOIN LATERAL jsonb_each_text(r.by_sido) s ON true
             WHERE r.pool_id = ? AND r.dropped_in IS NULL ORDER BY r.at, s.key""";
    private static final String USES = """
            SELECT id, pool_id, per_day, carry_over FROM booking_window
             WHERE campaign_id = ? AND active AND pool_id IS NOT NULL""";

    private final Tables tables;

    /** @param connection of either role; in a transaction, when the answers are to fit together */
    public StoredSupply(Connection connection) {
        tables = new Tables(connection);
    }

    /** @return the supply of that campaign, as it is in force */
    public Supply of(CampaignId campaign) throws SQLException {
        List<Pool> pools = new ArrayList<>();
        for (Pool bare : tables.read(POOLS, StoredSupply::pool, campaign.value())) {
            pools.add(new Pool(bare.id(), bare.vaccine(), bare.days(), releases(bare.id())));
        }
        return new Supply(
                tables.read(VACCINES, StoredSupply::vaccine, campaign.value()),
                pools,
                tables.read(USES, StoredSupply::use, campaign.value()));
    }

    List<Release> releases(PoolId pool) throws SQLException {
        SortedMap<Instant, Long> adds = new TreeMap<>();
        SortedMap<Instant, SortedMap<String, Long>> bySido = new TreeMap<>();
        tables.read(
                RELEASES,
                row -> {
                    Instant at = Tables.moment(row, 1);
                    adds.put(at, row.getLong(2));
                    SortedMap<String, Long> parts = bySido.computeIfAbsent(at, each -> new TreeMap<>());
                    if (row.getString(3) != null) {
                        parts.put(row.getString(3), row.getLong(4));
                    }
                    return at;
                },
                pool.value());
        return adds.entrySet().stream()
                .map(each -> new Release(each.getKey(), each.getValue(), bySido.get(each.getKey())))
                .toList();
    }

    private static Vaccine vaccine(ResultSet row) throws SQLException {
        Optional<LocalizedText> label = row.getString(2) == null
                ? Optional.empty()
                : Optional.of(new LocalizedText(row.getString(2), row.getString(3)));
        Optional<Vaccine.Interval> interval = row.getInt(4) == 1
                ? Optional.empty()
                : Optional.of(new Vaccine.Interval(row.getInt(5), row.getInt(6), row.getInt(7)));
        return new Vaccine(row.getString(1), label, interval);
    }

    private static Pool pool(ResultSet row) throws SQLException {
        LocalDate first = row.getObject(3, LocalDate.class);
        Optional<Days> days =
                first == null ? Optional.empty() : Optional.of(new Days(first, row.getObject(4, LocalDate.class)));
        return new Pool(new PoolId(row.getString(1)), Optional.ofNullable(row.getString(2)), days, List.of());
    }

    private static PoolUse use(ResultSet row) throws SQLException {
        return new PoolUse(
                new WindowId(row.getString(1)), new PoolId(row.getString(2)), row.getBoolean(3), row.getBoolean(4));
    }
}

package org.jeongmun.launcher.supply;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.supply.Lot;
import org.jeongmun.supply.Lots;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.Supply;

/**
 * Gives the slots the places that the campaign in force announces, ahead of their instants: each lot whole or not at
 * all. What was allotted, has not taken effect and is announced no more is taken back first. Done twice it does
 * nothing.
 */
public final class Allotment {
    /* Who has never had a pool waits for nobody's import. */
    private static final String POOLS = "SELECT count(*) FROM pool";
    private static final String NOW = "SELECT COALESCE(portal_now(), '-infinity')";

    private final Connection owner;
    private final Progress progress;

    /** @param owner a connection that has put on the owning role, in auto-commit; it stays so */
    public Allotment(Connection owner, Progress progress) {
        this.owner = owner;
        this.progress = progress;
    }

    /**
     * Allots.
     *
     * @param schedule in force
     * @param supply in force
     */
    public Allotted make(OpeningSchedule schedule, Supply supply) throws SQLException {
        if (new Tables(owner).number(POOLS) == 0) {
            return new Allotted(List.of(), List.of());
        }
        progress.begin("Allotting places to slots");
        Allotted allotted = new SupplyTransaction(owner).make(tables -> {
            // In a demo whose clock stands still nothing has taken effect.
            Instant now = tables.read(NOW, row -> Tables.moment(row, 1)).get(0);
            AllotmentRound round = new AllotmentRound(tables, schedule.zone(), now);
            round.withdrawDropped();
            Map<Pool, List<Lot>> lots = new LinkedHashMap<>();
            for (Pool pool : supply.pools()) {
                lots.put(pool, Lots.of(pool, supply, schedule, round.effective(pool)));
            }
            round.bring(lots, progress);
            return new SupplyTransaction.Made<>(
                    new Allotted(round.done(), round.missing()), !round.done().isEmpty());
        });
        progress.end("%,d change(s)".formatted(allotted.done().size()));
        return allotted;
    }

    /**
     * What came of it.
     *
     * @param done what was changed, as lines for the operator
     * @param missing what could not be allotted, as lines for the operator
     */
    public record Allotted(List<String> done, List<String> missing) {
        /** Copies the lines. */
        public Allotted {
            done = List.copyOf(done);
            missing = List.copyOf(missing);
        }

        /** @return all lines */
        public List<String> lines() {
            List<String> lines = new ArrayList<>(done);
            lines.addAll(missing);
            return lines;
        }

        /** Tells the operator. */
        public void print(Progress progress) {
            lines().forEach(progress::line);
        }
    }
}

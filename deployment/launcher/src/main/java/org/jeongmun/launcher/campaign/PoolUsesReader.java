package org.jeongmun.launcher.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.supply.PoolId;
import org.jeongmun.supply.PoolUse;

/** Reads what the windows of a campaign file say about the pools that they draw on. */
final class PoolUsesReader {
    /** The keys of a window that are read here. */
    static final Set<String> KEYS = Set.of("pool", "perDay", "carryOver");

    private final Map<PoolId, Integer> pools;
    private final Faults faults;
    private final List<PoolUse> uses = new ArrayList<>();
    private final Set<PoolId> drawnOn = new HashSet<>();

    /** @param pools the pools of the file with their lines */
    PoolUsesReader(Map<PoolId, Integer> pools, Faults faults) {
        this.pools = pools;
        this.faults = faults;
    }

    /**
     * Reads the keys of one window of the file.
     *
     * @param windows all that it comes to; more than one where it is repeated by the day
     */
    void read(Group window, List<WindowId> windows) {
        Optional<PoolId> pool = window.has("pool") ? window.requiredId("pool", PoolId::new) : Optional.empty();
        pool.ifPresent(drawnOn::add);
        pool.filter(named -> !pools.containsKey(named))
                .ifPresent(unknown ->
                        faults.add(window.lineOf("pool"), "No pool is called %s. Add it to pools.", unknown));
        boolean perDay = window.choice("perDay", Map.of("even", true)).orElse(false);
        boolean carryOver =
                window.choice("carryOver", Map.of("true", true, "false", false)).orElse(false);
        if (window.has("perDay") && !window.has("pool")) {
            faults.add(window.lineOf("perDay"), "perDay divides a pool, and the window names none. Add pool: ID.");
        }
        if (window.has("carryOver") && !window.has("perDay")) {
            faults.add(
                    window.lineOf("carryOver"),
                    "carryOver is about what perDay leaves over. Add perDay: even, or remove carryOver.");
        }
        if (window.has("perDay") && !window.has("carryOver")) {
            faults.add(
                    window.lineOf("perDay"),
                    "The window has perDay, so it must say whether what is left goes on to the next day."
                            + " Add carryOver: true or carryOver: false.");
        }
        if (pool.isPresent() && pools.containsKey(pool.get())) {
            windows.forEach(each -> uses.add(new PoolUse(each, pool.get(), perDay, perDay && carryOver)));
        }
    }

    /** After all windows: refuses pools that none draws on. */
    void refuseUnused() {
        pools.forEach((pool, line) -> {
            if (!drawnOn.contains(pool)) {
                faults.add(line, "No window draws on pool %s. Add pool: %s to a window, or remove it.", pool, pool);
            }
        });
    }

    /** @return what is without a fault */
    List<PoolUse> uses() {
        return uses;
    }
}

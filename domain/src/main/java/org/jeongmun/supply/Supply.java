package org.jeongmun.supply;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.WindowId;

/**
 * All that a campaign says about what there is to give.
 *
 * @param vaccines in order of id
 * @param pools in order of id
 * @param uses in order of window; a window without one takes places that no pool has
 */
public record Supply(List<Vaccine> vaccines, List<Pool> pools, List<PoolUse> uses) {
    /** Nothing: every place of every slot may be taken in any window that is open. */
    public static final Supply NONE = new Supply(List.of(), List.of(), List.of());

    /** Puts all in order, and refuses a use of a pool that is not there. */
    public Supply {
        vaccines = vaccines.stream().sorted(Comparator.comparing(Vaccine::id)).toList();
        pools = pools.stream()
                .sorted(Comparator.comparing(pool -> pool.id().value()))
                .toList();
        uses = uses.stream()
                .sorted(Comparator.comparing(use -> use.window().value()))
                .toList();
        for (PoolUse use : uses) {
            if (pools.stream().noneMatch(pool -> pool.id().equals(use.pool()))) {
                throw new IllegalArgumentException(
                        "Window %s draws on pool %s, which is not there.".formatted(use.window(), use.pool()));
            }
        }
    }

    /** @return the use of that window */
    public Optional<PoolUse> useOf(WindowId window) {
        return uses.stream().filter(use -> use.window().equals(window)).findFirst();
    }

    /** @return the pool of that id */
    public Optional<Pool> pool(PoolId id) {
        return pools.stream().filter(pool -> pool.id().equals(id)).findFirst();
    }
}

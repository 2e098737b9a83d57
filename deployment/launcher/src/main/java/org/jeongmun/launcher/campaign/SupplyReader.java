package org.jeongmun.launcher.campaign;

import org.jeongmun.supply.Supply;

/** Reads what a campaign file says about what there is to give: vaccines, pools, and the windows that draw on them. */
final class SupplyReader {
    private final VaccinesReader vaccines;
    private final PoolsReader pools;
    private final PoolUsesReader uses;

    SupplyReader(Group file, LocalTimes times, Faults faults) {
        vaccines = new VaccinesReader(faults);
        if (file.has("vaccines")) {
            vaccines.read(file.requiredItems("vaccines"));
        }
        pools = new PoolsReader(times, vaccines::names, faults);
        if (file.has("pools")) {
            pools.read(file.requiredItems("pools"));
        }
        uses = new PoolUsesReader(pools.lines(), faults);
    }

    /** @return what reads the windows' part of it */
    PoolUsesReader uses() {
        return uses;
    }

    /** @return all of it, once the windows are read and nothing has a fault */
    Supply supply() {
        return new Supply(vaccines.vaccines(), pools.pools(), uses.uses());
    }
}

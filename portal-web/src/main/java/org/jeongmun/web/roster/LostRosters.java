package org.jeongmun.web.roster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.eligibility.RosterId;

/**
 * The rosters that cannot be looked at now. Each is told to the log once until it is regained: a whole cohort is
 * undetermined meanwhile, and each of its people asks. Safe for many threads.
 */
final class LostRosters {
    private static final Logger LOG = System.getLogger(LostRosters.class.getName());

    private final Set<RosterId> lost = ConcurrentHashMap.newKeySet();

    /** @param reason by which an operator finds the remedy; says nothing of a person */
    void lost(RosterId roster, String reason) {
        if (lost.add(roster)) {
            LOG.log(Level.WARNING, "roster.lost roster={0} reason={1}", roster, reason);
        }
    }

    void regained(RosterId roster) {
        if (lost.remove(roster)) {
            LOG.log(Level.INFO, "roster.regained roster={0}", roster);
        }
    }
}

package org.jeongmun.eligibility;

import org.jeongmun.schedule.Belonging;

/** The rosters of people who are invited by name. Safe for many threads. */
public interface Rosters {
    /**
     * Looks somebody up.
     *
     * @return {@code UNCLEAR} while there is no such roster, or nobody answers
     */
    Belonging names(RosterId roster, PersonKey person);
}

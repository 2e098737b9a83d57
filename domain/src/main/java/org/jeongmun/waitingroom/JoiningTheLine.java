package org.jeongmun.waitingroom;

import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;

/**
 * The way into a line, for people whose identity and eligibility are known. The database judges the time by its own
 * clock. Each call is over within about three seconds; safe for many threads, which are served together.
 */
public interface JoiningTheLine {
    /**
     * Gives the person a number, or the one they have already: joining again never helps and never hurts. Only somebody
     * whose number is spent gets a new one, at the end.
     *
     * @return never {@code null}
     */
    JoinOutcome join(CampaignId campaign, WindowId window, PersonKey person);
}

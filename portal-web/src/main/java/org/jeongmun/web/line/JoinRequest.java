package org.jeongmun.web.line;

import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;

/** Somebody at the end of a line. */
record JoinRequest(CampaignId campaign, WindowId window, PersonKey person) {
    /** Whose line it is: people of one line are served together. */
    record OfLine(CampaignId campaign, WindowId window) {}

    OfLine ofLine() {
        return new OfLine(campaign, window);
    }
}

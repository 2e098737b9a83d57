package org.jeongmun.web.line;

import java.util.concurrent.CompletableFuture;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.JoinOutcome;

/**
 * Somebody at the end of a line.
 *
 * @param outcome completed once it is stored, or cannot be
 */
record JoinRequest(CampaignId campaign, WindowId window, PersonKey person, CompletableFuture<JoinOutcome> outcome) {
    /** Whose line it is: people of one line are served together. */
    record OfLine(CampaignId campaign, WindowId window) {}

    OfLine ofLine() {
        return new OfLine(campaign, window);
    }
}

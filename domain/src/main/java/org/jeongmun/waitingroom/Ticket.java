package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;

/**
 * Proof of a place in line: a person has one number in the line of a window, whatever device they join with.
 *
 * @param campaign whose line it is
 * @param window in whose line
 * @param person who joined
 * @param number 1 for who joined first
 */
public record Ticket(CampaignId campaign, WindowId window, PersonKey person, long number) {
    /** Refuses missing parts, and numbers that are never given. */
    public Ticket {
        requireNonNull(campaign, "campaign");
        requireNonNull(window, "window");
        requireNonNull(person, "person");
        if (number < 1) {
            throw new IllegalArgumentException("The numbers of a line begin with 1; got %d.".formatted(number));
        }
    }
}

package org.jeongmun.web.reservation;

import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;

/**
 * Somebody confirms what they hold.
 *
 * @param shown the slot that they were shown; empty for whatever it is
 */
record Confirmation(CampaignId campaign, PersonKey person, Optional<SlotId> shown) implements BookingStep {
    /** Of the values, as the database calls them. */
    static final List<String> TYPES = List.of("text", "text", "bigint");

    @Override
    public BookingCall call() {
        return BookingCall.CONFIRM;
    }

    @Override
    public Object[] values() {
        return new Object[] {
            campaign.value(), person.value(), shown.map(SlotId::value).orElse(null)
        };
    }
}

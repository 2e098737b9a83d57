package org.jeongmun.web.reservation;

import java.util.List;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;

/** Somebody confirms what they hold. */
record Confirmation(CampaignId campaign, PersonKey person) implements BookingStep {
    /** Of the values, as the database calls them. */
    static final List<String> TYPES = List.of("text", "text");

    @Override
    public BookingCall call() {
        return BookingCall.CONFIRM;
    }

    @Override
    public Object[] values() {
        return new Object[] {campaign.value(), person.value()};
    }
}

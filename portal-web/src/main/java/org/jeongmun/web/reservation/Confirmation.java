package org.jeongmun.web.reservation;

import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;

/** Somebody confirms what they hold. */
record Confirmation(CampaignId campaign, PersonKey person) implements BookingStep {
    @Override
    public BookingCall call() {
        return BookingCall.CONFIRM;
    }

    @Override
    public Object[] values() {
        return new Object[] {campaign.value(), person.value()};
    }
}

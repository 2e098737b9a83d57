package org.jeongmun.web.reservation;

import java.util.List;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.web.reservation.GroupCommit.Parameter;

/** Somebody confirms what they hold. */
record Confirmation(CampaignId campaign, PersonKey person) {
    /** In the order of {@code confirm_places}. */
    static final List<Parameter<Confirmation>> PARAMETERS = List.of(
            new Parameter<>("text", confirmation -> confirmation.campaign.value()),
            new Parameter<>("text", confirmation -> confirmation.person.value()));
}

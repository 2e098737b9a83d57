package org.jeongmun.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.Receipt;
import org.jeongmun.web.journey.Referral;
import org.jeongmun.web.partner.Partners;

/** {@code /reserve/done}: what you have been promised, from your own receipt. Asks nobody. */
@Named("donePage")
@RequestScoped
public class DonePage {
    @Inject
    private Form form;

    @Inject
    private Journey journey;

    @Inject
    private Partners partners;

    private Receipt receipt;

    /** Made by the container. */
    public DonePage() {}

    /** Opens the receipt. */
    public void act() {
        form.response().setHeader("Cache-Control", "no-store");
        receipt = journey.receipt().orElse(null);
        if (receipt == null) {
            form.goTo("/");
        }
    }

    /** @return where a partner's people are led back to; {@code null} unless that is registered for it still */
    public Referral getReferral() {
        return journey.referral()
                .filter(sent -> partners.addressesOf(sent.partner()).contains(sent.address()))
                .orElse(null);
    }

    /** @return what was promised */
    public Receipt getReceipt() {
        return receipt;
    }
}

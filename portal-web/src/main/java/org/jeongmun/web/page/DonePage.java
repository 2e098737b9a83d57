package org.jeongmun.web.page;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.Receipt;
import org.jeongmun.web.journey.Referral;
import org.jeongmun.web.partner.Partners;

/** {@code /reserve/done}: what you have been promised, from your own receipt. Asks nobody. */
public final class DonePage implements Page {
    private final Form form;
    private final Journey journey;
    private final Partners partners;
    private final Times times;

    private Receipt receipt;

    DonePage(Form form, Journey journey, Partners partners, Times times) {
        this.form = form;
        this.journey = journey;
        this.partners = partners;
        this.times = times;
    }

    /** Opens the receipt. */
    @Override
    public void act() {
        form.response().setHeader("Cache-Control", "no-store");
        receipt = journey.receipt().orElse(null);
        if (receipt == null) {
            form.goTo("/");
        }
    }

    /** @return whether it shows two appointments; whom a partner has sent is shown a page of their own */
    @Override
    public Optional<Object> shown() {
        return getReferral() == null ? Optional.of(receipt.second().isPresent()) : Optional.empty();
    }

    /** @return what was promised */
    @Override
    public Map<String, String> own() {
        Map<String, String> own = new HashMap<>();
        own.put("code", OwnMarkup.text(receipt.code().value()));
        own.put("confirmedAt", OwnMarkup.both(moment(receipt.confirmedAt())));
        own.put("place", place(receipt.startsAt(), receipt.clinicName(), receipt.address(), receipt.phone()));
        receipt.second()
                .ifPresent(second -> own.put(
                        "second", place(second.startsAt(), second.clinicName(), second.address(), second.phone())));
        return own;
    }

    private String place(Instant startsAt, String clinic, String address, String phone) {
        return OwnMarkup.place(moment(startsAt), clinic, address, phone, receipt.vaccine());
    }

    private LocalizedText moment(Instant instant) {
        return times.momentIn(receipt.zone(), instant);
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

package org.jeongmun.web.journey;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.reservation.Door;
import org.jeongmun.web.partner.Partners;

/**
 * A partner's link into booking: keeps the clinic and the time that somebody chose elsewhere through check-in. It is a
 * wish like any other; what does not make sense is left out, and the person chooses here. A link that names no partner,
 * as our own pages have, keeps who sent them.
 */
public final class PartnerLinkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient JourneyCookies cookies;
    private final transient ClinicDirectory clinics;
    private final transient Partners partners;

    /** Brings the parts together. */
    @Inject
    public PartnerLinkServlet(JourneyCookies cookies, ClinicDirectory clinics, Partners partners) {
        this.cookies = cookies;
        this.clinics = clinics;
        this.partners = partners;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Journey journey = Journey.of(request);
        Choice wish = wish(request, journey.choice());
        cookies.write(Choice.CARRIED, wish, response);
        if (request.getParameter("partner") != null) {
            referral(request)
                    .ifPresentOrElse(
                            sent -> cookies.write(Referral.CARRIED, sent, response),
                            () -> cookies.drop(Referral.CARRIED, response));
        }
        if (!journey.isCheckedIn()) {
            SeeOther.to(Step.CHECK_IN, response);
            return;
        }
        if (!journey.isLetIn()) {
            SeeOther.to(Step.WAITING, response);
            return;
        }
        SeeOther.to(wish.clinic().isPresent() ? Step.SLOT : Step.CLINIC, response);
    }

    private Choice wish(HttpServletRequest request, Choice before) {
        Optional<ClinicId> clinic = Optional.ofNullable(request.getParameter("clinic"))
                .filter(ClinicId::isWellFormed)
                .map(ClinicId::new)
                .filter(id -> clinics.clinic(id).isPresent());
        Optional<SlotId> slot = clinic.flatMap(chosen -> SlotId.parse(request.getParameter("slot")));
        return new Choice(clinic, slot, door(request, before), before.heldUntil());
    }

    private static Door door(HttpServletRequest request, Choice before) {
        String partner = request.getParameter("partner");
        if (partner == null) {
            return before.door();
        }
        return PartnerId.isWellFormed(partner) ? Door.PARTNER : Door.WEB;
    }

    /** Only an address that is registered for this very partner; without {@code return} the only one it has. */
    private Optional<Referral> referral(HttpServletRequest request) {
        Optional<PartnerId> partner = Optional.ofNullable(request.getParameter("partner"))
                .filter(PartnerId::isWellFormed)
                .map(PartnerId::new);
        Set<String> registered = partner.map(partners::addressesOf).orElse(Set.of());
        String wanted = request.getParameter("return");
        boolean isNamed = wanted != null;
        return registered.stream()
                .filter(address -> isNamed ? address.equals(wanted) : registered.size() == 1)
                .findFirst()
                .map(address -> new Referral(
                        partner.orElseThrow(),
                        address,
                        Referral.word(request.getParameter("source")),
                        Referral.word(request.getParameter("booking-referral"))));
    }
}

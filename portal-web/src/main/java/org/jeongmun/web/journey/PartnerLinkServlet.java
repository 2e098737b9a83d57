package org.jeongmun.web.journey;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.reservation.Door;

/**
 * A partner's link into booking: keeps the clinic that somebody chose elsewhere through check-in. It is a wish like any
 * other; what does not make sense is left out, and the person chooses here.
 */
public final class PartnerLinkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PARTNER = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SLOT = Pattern.compile("[1-9][0-9]{0,17}");

    private final transient Journey journey;
    private final transient JourneyCookies cookies;
    private final transient ClinicDirectory clinics;

    /** Brings the parts together. */
    @Inject
    public PartnerLinkServlet(Journey journey, JourneyCookies cookies, ClinicDirectory clinics) {
        this.journey = journey;
        this.cookies = cookies;
        this.clinics = clinics;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Choice wish = wish(request);
        cookies.write(Choice.CARRIED, wish, response);
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

    private Choice wish(HttpServletRequest request) {
        Optional<ClinicId> clinic = Optional.ofNullable(request.getParameter("clinic"))
                .filter(ClinicId::isWellFormed)
                .map(ClinicId::new)
                .filter(id -> clinics.clinic(id).isPresent());
        Optional<SlotId> slot = Optional.ofNullable(request.getParameter("slot"))
                .filter(text -> clinic.isPresent() && SLOT.matcher(text).matches())
                .map(text -> new SlotId(Long.parseLong(text)));
        boolean named = Optional.ofNullable(request.getParameter("partner"))
                .filter(partner -> PARTNER.matcher(partner).matches())
                .isPresent();
        return new Choice(
                clinic, slot, named ? Door.PARTNER : Door.WEB, journey.choice().heldUntil());
    }
}

package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.web.journey.FormGuard;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.JourneyCookies;
import org.jeongmun.web.journey.LineUp;
import org.jeongmun.web.keys.IdentityKeys;
import org.jeongmun.web.partner.Partners;

/**
 * Makes the page of each request, an object like any other, out of what all requests share. Its paths are those of the
 * servlet {@code pages} in {@code web.xml}.
 */
@ApplicationScoped
public class Pages {
    private final Map<String, BiFunction<Form, Journey, Page>> pages = Map.of(
            "/check-in", this::checkIn,
            "/reserve/clinic", this::clinic,
            "/reserve/slot", this::slot,
            "/reserve/confirm", this::confirm,
            "/reserve/done", this::done,
            "/reservation", this::reservation,
            "/clinics", this::clinics);

    @Inject
    private FormGuard guard;

    @Inject
    private Texts texts;

    @Inject
    private RefusalWords refusals;

    @Inject
    private Frame frame;

    @Inject
    private Times times;

    @Inject
    private TryLimits limits;

    @Inject
    private IdentityKeys keys;

    @Inject
    private JourneyCookies cookies;

    @Inject
    private LineUp line;

    @Inject
    private ReservationService reservations;

    @Inject
    private ClinicDirectory directory;

    @Inject
    private Partners partners;

    /** Made by the container. */
    public Pages() {}

    /** @return the form of a request, whose parameters are its inputs and nothing else */
    public Form form(HttpServletRequest request, HttpServletResponse response) {
        return new Form(request, response, guard, texts, refusals);
    }

    /**
     * Makes a page.
     *
     * @param form of the request
     * @param journey of whoever asks
     * @throws IllegalArgumentException when the path is of no page, so that nothing is ever shown that has not acted
     */
    public Page at(String path, Form form, Journey journey) {
        BiFunction<Form, Journey, Page> page = pages.get(path);
        if (page == null) {
            throw new IllegalArgumentException("A page that is shown has nobody in Pages to make it.");
        }
        return page.apply(form, journey);
    }

    /** @return the paths of all pages */
    Set<String> paths() {
        return pages.keySet();
    }

    private Page checkIn(Form form, Journey journey) {
        Arrival arrival = new Arrival(form, journey, line, cookies);
        return new CheckInPage(form, journey, arrival, reservations, keys, limits, times, texts, frame);
    }

    private Page clinic(Form form, Journey journey) {
        return new ClinicPage(form, journey, new ClinicFinder(form, directory, times), directory, cookies);
    }

    private Page slot(Form form, Journey journey) {
        return new SlotPage(form, journey, directory, reservations, cookies, times, texts);
    }

    private Page confirm(Form form, Journey journey) {
        return new ConfirmPage(form, journey, reservations, cookies, times, texts);
    }

    private Page done(Form form, Journey journey) {
        return new DonePage(form, journey, partners, times);
    }

    private Page reservation(Form form, Journey journey) {
        return new ReservationPage(form, journey, reservations, keys, limits, cookies, times);
    }

    private Page clinics(Form form, Journey journey) {
        return new ClinicsPage(form, new ClinicFinder(form, directory, times));
    }
}

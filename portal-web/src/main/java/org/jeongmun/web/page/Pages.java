package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Knows the page of each path: the same paths as those of the servlet {@code pages} in {@code web.xml}. */
@ApplicationScoped
public class Pages {
    private final Map<String, Page> pages;

    /** For the container's proxy. */
    protected Pages() {
        this.pages = Map.of();
    }

    @Inject
    Pages(
            CheckInPage checkIn,
            ClinicPage clinic,
            SlotPage slot,
            ConfirmPage confirm,
            DonePage done,
            ReservationPage reservation,
            ClinicFinder clinics) {
        this.pages = Map.of(
                "/check-in", checkIn,
                "/reserve/clinic", clinic,
                "/reserve/slot", slot,
                "/reserve/confirm", confirm,
                "/reserve/done", done,
                "/reservation", reservation,
                "/clinics", clinics);
    }

    /**
     * Finds a page, of whichever request asks.
     *
     * @throws IllegalArgumentException when the path is of no page, so that nothing is ever shown that has not acted
     */
    public Page at(String path) {
        Page page = pages.get(path);
        if (page == null) {
            throw new IllegalArgumentException("A page that is shown has no bean in Pages.");
        }
        return page;
    }

    /** @return the paths of all pages */
    Set<String> paths() {
        return pages.keySet();
    }
}

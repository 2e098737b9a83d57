package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Knows which bean acts for which page. A new page is added here and in {@code web.xml}. */
@ApplicationScoped
public class Pages {
    @Inject
    private CheckInPage checkIn;

    @Inject
    private ClinicPage clinic;

    @Inject
    private SlotPage slot;

    @Inject
    private ConfirmPage confirm;

    @Inject
    private DonePage done;

    @Inject
    private ReservationPage reservation;

    @Inject
    private ClinicFinder clinics;

    /** Made by the container. */
    public Pages() {}

    /**
     * Lets a page take the form, if one was sent, and find what it shows.
     *
     * @throws IllegalArgumentException when the path is of no page, so that nothing is ever shown that has not acted
     */
    public void act(String path) {
        switch (path) {
            case "/check-in" -> checkIn.act();
            case "/reserve/clinic" -> clinic.act();
            case "/reserve/slot" -> slot.act();
            case "/reserve/confirm" -> confirm.act();
            case "/reserve/done" -> done.act();
            case "/reservation" -> reservation.act();
            case "/clinics" -> clinics.act();
            default -> throw new IllegalArgumentException("A page that is shown has no bean in Pages.");
        }
    }
}

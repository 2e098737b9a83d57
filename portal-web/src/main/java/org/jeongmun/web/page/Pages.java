package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Knows which bean acts for which page: the same paths as those of the servlet {@code pages} in {@code web.xml}. */
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

    private final Map<String, Runnable> acts = Map.of(
            "/check-in", () -> checkIn.act(),
            "/reserve/clinic", () -> clinic.act(),
            "/reserve/slot", () -> slot.act(),
            "/reserve/confirm", () -> confirm.act(),
            "/reserve/done", () -> done.act(),
            "/reservation", () -> reservation.act(),
            "/clinics", () -> clinics.act());

    private final Map<String, Supplier<Optional<Object>>> shown = Map.of(
            "/check-in", () -> checkIn.shown(),
            "/reserve/clinic", () -> clinic.shown(),
            "/reserve/slot", () -> slot.shown(),
            "/reserve/confirm", () -> confirm.shown(),
            "/reserve/done", () -> done.shown(),
            "/clinics", () -> clinics.shown());

    private final Map<String, Supplier<Map<String, String>>> own = Map.of(
            "/reserve/slot", () -> slot.own(),
            "/reserve/confirm", () -> confirm.own(),
            "/reserve/done", () -> done.own(),
            "/reservation", () -> reservation.own());

    /** Made by the container. */
    public Pages() {}

    /**
     * Lets a page take the form, if one was sent, and find what it shows.
     *
     * @throws IllegalArgumentException when the path is of no page, so that nothing is ever shown that has not acted
     */
    public void act(String path) {
        Runnable act = acts.get(path);
        if (act == null) {
            throw new IllegalArgumentException("A page that is shown has no bean in Pages.");
        }
        act.run();
    }

    /**
     * What a page that has acted, and has nothing to refuse, shows beside the frame and its reader's own parts.
     *
     * @return equal for all who are shown the same; empty where hardly anybody is
     */
    Optional<Object> shown(String path) {
        return shown.getOrDefault(path, Optional::empty).get();
    }

    /** @return those parts of a page that has acted which are its reader's own, by name, as mark-up */
    Map<String, String> own(String path) {
        return own.getOrDefault(path, Map::of).get();
    }

    /** @return the paths of all pages */
    Set<String> paths() {
        return acts.keySet();
    }
}

package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Availability.Found;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.GeoPoint;
import org.jeongmun.schedule.LocalizedText;

/** The nearest clinics with a free place, for somebody whose choice is gone. */
@Named("nearbyClinics")
@ApplicationScoped
public class NearbyClinics {
    private static final int HOW_MANY = 5;
    private static final int METRES = 1_000;

    @Inject
    private ClinicDirectory directory;

    /** Made by the container. */
    public NearbyClinics() {}

    /**
     * @return the nearest first, without {@code clinic} itself; none when nothing is free or it is not the time to tell
     */
    public List<Found> of(Clinic clinic) {
        GeoPoint here = new GeoPoint(clinic.latitude(), clinic.longitude());
        return directory.search(ClinicSearch.nearest(here, HOW_MANY + 1)) instanceof Availability.Seen seen
                ? seen.clinics().stream()
                        .filter(found -> !found.clinic().id().equals(clinic.id()))
                        .limit(HOW_MANY)
                        .toList()
                : List.of();
    }

    /** @return how far it is, in metres or kilometres */
    public LocalizedText distance(Found found) {
        int metres = found.metres().orElse(0);
        String text = metres < METRES ? metres + " m" : String.format(Locale.ROOT, "%.1f km", metres / (double) METRES);
        return new LocalizedText(text, text);
    }
}

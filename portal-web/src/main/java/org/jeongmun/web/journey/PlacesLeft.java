package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.Remaining;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.web.state.PortalView;

/** What is left for people who wait, from memory. */
@ApplicationScoped
public class PlacesLeft {
    @Inject
    private ClinicDirectory directory;

    /** Made by the container. */
    public PlacesLeft() {}

    /** @return what the people of that window could take; empty while that is not known */
    public Optional<Remaining> of(BookingWindow window) {
        return directory.remaining(window.id());
    }

    /** @return when the next places are released: for their own window, and without one for any that is open */
    public Optional<Instant> nextRelease(PortalView view, Optional<BookingWindow> own) {
        Optional<Instant> now = view.time().map(TimeBound::latest);
        List<BookingWindow> windows =
                view.knowledge().schedule().map(OpeningSchedule::windows).orElse(List.of());
        return own.map(List::of).orElse(windows).stream()
                .filter(window -> now.filter(at -> window.statusAt(at) == WindowStatus.OPEN)
                        .isPresent())
                .flatMap(window ->
                        of(window).flatMap(left -> left.nextReleaseWithin(window, now.orElseThrow())).stream())
                .min(Comparator.naturalOrder());
    }
}

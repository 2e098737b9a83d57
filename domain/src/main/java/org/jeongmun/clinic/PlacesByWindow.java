package org.jeongmun.clinic;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.schedule.WindowStatus;

/** What is left for the people of each booking window, answered from memory. Safe for many threads. */
public interface PlacesByWindow {
    /** @return what is left for the people of that window; empty while that is not known */
    Optional<Remaining> remaining(WindowId window);

    /** @return whether it is known that nothing is free for them now; what is not known may be there */
    default boolean hasNothingLeft(WindowId window) {
        return remaining(window).filter(Remaining::isNothing).isPresent();
    }

    /** @return when the next places are released for a window of these that is open and lives to see it */
    default Optional<Instant> nextRelease(Collection<BookingWindow> windows, Instant now) {
        return windows.stream()
                .filter(window -> window.statusAt(now) == WindowStatus.OPEN)
                .flatMap(window -> remaining(window.id()).flatMap(left -> left.nextReleaseWithin(window, now)).stream())
                .min(Comparator.naturalOrder());
    }
}

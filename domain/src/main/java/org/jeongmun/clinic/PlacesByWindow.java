package org.jeongmun.clinic;

import java.util.Optional;
import org.jeongmun.schedule.WindowId;

/** What is left for the people of each booking window, answered from memory. Safe for many threads. */
public interface PlacesByWindow {
    /** @return what is left for the people of that window; empty while that is not known */
    Optional<Remaining> remaining(WindowId window);
}

package org.jeongmun.web.notice;

import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.PlacesByWindow;
import org.jeongmun.clinic.Remaining;
import org.jeongmun.lock.reading.Knowledge;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.state.PortalView;

/**
 * All that the public documents depend on but the moment that they name. As long as two of these are equal, so is the
 * rest of the documents.
 *
 * @param status of the portal
 * @param knowledge schedule, announcement and switches
 * @param clocks what each window is by the clock, in the order of the schedule
 * @param remaining what is left for the people of each, in that order
 * @param lines all that wait
 */
record Told(
        PortalStatus status,
        Knowledge knowledge,
        List<Optional<WindowStatus>> clocks,
        List<Optional<Remaining>> remaining,
        List<Line> lines) {

    static Told of(PortalView view, PlacesByWindow places, Lines lines) {
        List<BookingWindow> windows = view.knowledge().windows();
        return new Told(
                view.status(),
                view.knowledge(),
                windows.stream()
                        .map(window -> view.time().map(window::statusAt))
                        .toList(),
                windows.stream().map(window -> places.remaining(window.id())).toList(),
                lines.all());
    }
}

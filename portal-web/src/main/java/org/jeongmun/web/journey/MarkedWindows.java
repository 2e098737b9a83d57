package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.web.waitingroom.WindowMark;

/** Finds the window that a proof is of. The marks of a schedule are worked out once. Safe for many threads. */
@ApplicationScoped
public class MarkedWindows {
    private volatile Marked last = new Marked(null, Map.of());

    /* The schedule is compared as the object that it is: a new one is marked anew, be it equal. */
    private record Marked(OpeningSchedule schedule, Map<WindowMark, BookingWindow> windows) {
        static Marked of(OpeningSchedule schedule) {
            return new Marked(
                    schedule,
                    schedule.windows().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    window -> WindowMark.of(schedule.campaign(), window.id()), Function.identity())));
        }
    }

    /** Made by the container. */
    public MarkedWindows() {}

    /** @return the window of that mark, if it is one of the schedule */
    public Optional<BookingWindow> of(WindowMark mark, OpeningSchedule schedule) {
        Marked marked = last;
        if (marked.schedule() != schedule) {
            marked = Marked.of(schedule);
            last = marked;
        }
        return Optional.ofNullable(marked.windows().get(mark));
    }
}

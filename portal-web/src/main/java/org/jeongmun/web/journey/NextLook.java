package org.jeongmun.web.journey;

import java.time.Instant;
import java.util.SplittableRandom;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.PollingRule;

/** When somebody's waiting page looks again for the first time; after that its script decides, by the same rule. */
final class NextLook {
    /** In seconds, as long as the page has it for a line that is over. */
    private static final double AFTER_ITS_END = 120;

    private NextLook() {}

    /**
     * Finds it, by chance within a span, so that a crowd that came together does not look together.
     *
     * @param place in the line; 0 while it is to be drawn
     * @param ahead after how many others the rate comes to them
     * @return in how many seconds
     */
    static double after(Reading reading, BookingWindow window, Line line, long place, long ahead) {
        double chance = new SplittableRandom().nextDouble();
        double rate = Math.max(1, line.ratePerSecond());
        Instant now = reading.now().earliest();
        WindowStatus status = window.statusAt(reading.now());
        if (status == WindowStatus.CLOSED) {
            return PollingRule.whileWaiting(AFTER_ITS_END, chance);
        }
        if (status != WindowStatus.OPEN) {
            double until = (window.opensAt().toEpochMilli() - now.toEpochMilli()) / 1_000.0;
            long tickets = line.draw().isPresent() ? line.draw().get().tickets() : 0;
            double wait = (double) place / line.room().admitPerSecond();
            return PollingRule.beforeOpening(until, line.draw().isPresent() ? -1 : wait, tickets, chance);
        }
        return place == 0 ? 1 + chance : PollingRule.whileWaiting(ahead / rate, chance);
    }
}

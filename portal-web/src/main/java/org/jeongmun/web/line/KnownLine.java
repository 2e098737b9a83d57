package org.jeongmun.web.line;

import java.time.Instant;
import org.jeongmun.waitingroom.Line;

/**
 * One line with the times that the controller goes by.
 *
 * @param line what is publicly known
 * @param opensAt when the window opens
 * @param closesAt when it closes
 */
record KnownLine(Line line, Instant opensAt, Instant closesAt) {
    boolean isOpenAt(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }

    /** @return the same line, called at least so far */
    KnownLine calledTo(long nowServing, double ratePerSecond) {
        Line told = new Line(
                line.window(),
                line.room(),
                line.issued(),
                Math.max(line.nowServing(), nowServing),
                line.firstCalls(),
                ratePerSecond,
                line.draw());
        return new KnownLine(told, opensAt, closesAt);
    }
}

package org.jeongmun.waitingroom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.AdmissionMoment.OpenLine;

/**
 * How the calls of one tick are shared among open lines; pure. Each gets the part that its waiting people are of all
 * who wait, by largest remainder: the parts add up to the whole, and no line gets more than wait there.
 */
final class CallShares {
    private CallShares() {}

    /** @param calls no more than wait in all lines together */
    static Map<WindowId, Long> of(List<OpenLine> open, long calls) {
        long waiting = open.stream().mapToLong(OpenLine::waiting).sum();
        Map<WindowId, Long> shares = new HashMap<>();
        List<OpenLine> byRemainder = new ArrayList<>(open);
        long given = 0;
        for (OpenLine line : open) {
            long share = waiting == 0 ? 0 : calls * line.waiting() / waiting;
            shares.put(line.window(), share);
            given += share;
        }
        byRemainder.sort(
                (one, other) -> Double.compare(remainder(other, calls, waiting), remainder(one, calls, waiting)));
        for (OpenLine line : byRemainder) {
            if (given < calls && shares.get(line.window()) < line.waiting()) {
                shares.merge(line.window(), 1L, Long::sum);
                given++;
            }
        }
        return shares;
    }

    private static double remainder(OpenLine line, long calls, long waiting) {
        return waiting == 0 ? 0 : (double) calls * line.waiting() / waiting % 1;
    }
}

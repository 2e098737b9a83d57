package org.jeongmun.web.desk;

import java.util.List;
import java.util.Locale;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.Lines;

/**
 * One line in the words of the desk, as this node last heard of it.
 *
 * @param window whose line it is
 * @param waiting how many stand in it who have not been called
 * @param nowServing the highest place called
 * @param perSecond how fast it moves now
 */
record DeskLine(String window, String waiting, String nowServing, String perSecond) {
    /** @return all lines, in the order of their openings; none without a waiting room */
    static List<DeskLine> all(Lines lines) {
        return lines.all().stream().map(DeskLine::of).toList();
    }

    private static DeskLine of(Line line) {
        return new DeskLine(
                line.window().value(),
                String.format(Locale.ROOT, "%,d", line.uncalled()),
                String.format(Locale.ROOT, "%,d", line.called()),
                String.format(Locale.ROOT, "%.1f", line.ratePerSecond()));
    }
}

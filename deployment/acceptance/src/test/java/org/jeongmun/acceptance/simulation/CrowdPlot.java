package org.jeongmun.acceptance.simulation;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.jeongmun.acceptance.simulation.WaitingCrowd.Outcome;

/** Draws a crowd as a picture in text: first hits and questions in each second, over the hours. */
record CrowdPlot(WaitingCrowd crowd, Outcome outcome) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 320;
    private static final int LEFT = 80;
    private static final int TOP = 60;

    /** @return the numbers in one line */
    String numbers() {
        return String.format(
                Locale.ENGLISH,
                "%,d people, %d devices each, %.0f/s: first hits at most %,d/s, polls at most %,d/s, %,.0f/s on average;"
                        + " half wait %.0f min, the last %.0f min; 99 of 100 know of their turn within %.1f s",
                crowd.people(),
                crowd.devices(),
                crowd.perSecond(),
                outcome.mostArrivals(),
                outcome.mostPolls(),
                (double) outcome.allPolls() / outcome.end(),
                Outcome.share(outcome.waits(), 0.5) / 60,
                Outcome.share(outcome.waits(), 1) / 60,
                Outcome.share(outcome.late(), 0.99));
    }

    /** @return an SVG document */
    String svg() {
        int most = Math.max(1, Math.max(outcome.mostPolls(), outcome.mostArrivals()));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>First hits and polls per second</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="20" textLength="%d" lengthAdjust="spacingAndGlyphs">%s</text>
                <text x="%d" y="40" fill="#8a240f">first hits per second</text>
                <text x="%d" y="40" fill="#0b50d0">polls per second</text>
                <text x="8" y="%d">%,d/s</text><text x="8" y="%d">0</text>
                <text x="%d" y="%d">first check-in</text><text x="%d" y="%d">the last is called, after %.1f h</text>
                <polyline fill="none" stroke="#8a240f" points="%s"/>
                <polyline fill="none" stroke="#0b50d0" points="%s"/>
                </svg>
                """.formatted(
                        LEFT + WIDTH + 20,
                        TOP + HEIGHT + 40,
                        LEFT,
                        WIDTH,
                        numbers(),
                        LEFT,
                        LEFT + 180,
                        TOP + 10,
                        most,
                        TOP + HEIGHT,
                        LEFT,
                        TOP + HEIGHT + 20,
                        LEFT + WIDTH - 200,
                        TOP + HEIGHT + 20,
                        outcome.end() / 3_600.0,
                        line(second -> outcome.arrivals()[second], most),
                        line(second -> outcome.polls()[second], most));
    }

    /* The most of each column of seconds, so that no peak is lost. */
    private String line(IntUnaryOperator perSecond, int most) {
        StringBuilder points = new StringBuilder();
        int end = outcome.end() + 1;
        for (int x = 0; x < WIDTH; x++) {
            int from = (int) ((long) end * x / WIDTH);
            int to = Math.max(from + 1, (int) ((long) end * (x + 1) / WIDTH));
            int highest = 0;
            for (int second = from; second < to; second++) {
                highest = Math.max(highest, perSecond.applyAsInt(second));
            }
            points.append(LEFT + x)
                    .append(',')
                    .append(TOP + HEIGHT - (long) HEIGHT * highest / most)
                    .append(' ');
        }
        return points.toString().strip();
    }
}

package org.jeongmun.acceptance.gate;

import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.portal.Portal;

/** What a portal's operators are warned by. */
final class Gauge {
    private static final String BOOKABLE = "portal_bookable{";

    private Gauge() {}

    /** @return 1 where that portal says that people can book, 0 where it says that they cannot; it says something */
    static double bookable(Portal portal) {
        return RawRequest.of("GET", "/metrics")
                .sendTo(portal.published().managementUrl())
                .body()
                .lines()
                .filter(line -> line.startsWith(BOOKABLE))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no line with " + BOOKABLE));
    }
}

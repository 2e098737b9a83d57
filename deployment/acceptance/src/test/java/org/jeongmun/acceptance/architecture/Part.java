package org.jeongmun.acceptance.architecture;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A part of the portal by its package. Rules name packages only through this list, and {@link WitnessTest} asks each
 * for its classes: a renamed package would otherwise leave its rules standing, and empty.
 */
enum Part {
    WHOLE("org.jeongmun"),
    CLOCK("org.jeongmun.clock"),
    SCHEDULE("org.jeongmun.schedule"),
    GATE("org.jeongmun.gate"),
    ELIGIBILITY("org.jeongmun.eligibility"),
    IDENTITY("org.jeongmun.identity"),
    CLINIC("org.jeongmun.clinic"),
    PARTNER("org.jeongmun.partner"),
    RESERVATION("org.jeongmun.reservation"),
    WAITING_ROOM("org.jeongmun.waitingroom"),
    SUPPLY("org.jeongmun.supply"),
    SPI("org.jeongmun.spi"),
    PLUGIN_HOST("org.jeongmun.pluginhost"),
    PLUGINS("org.jeongmun.plugin"),
    WEB("org.jeongmun.web"),
    WEB_GATE("org.jeongmun.web.gate"),
    WEB_PAGE("org.jeongmun.web.page"),
    WEB_LOOKUP("org.jeongmun.web.lookup"),
    WEB_JOURNEY("org.jeongmun.web.journey"),
    LAUNCHER("org.jeongmun.launcher"),
    LOCK("org.jeongmun.lock"),
    OUTER_LOCK("org.jeongmun.outerlock"),
    DOORS("org.jeongmun.doors");

    /** What the portal promises. */
    static final Part[] DOMAIN = {
        CLOCK, SCHEDULE, GATE, ELIGIBILITY, IDENTITY, CLINIC, PARTNER, RESERVATION, WAITING_ROOM, SUPPLY
    };

    private final String packageName;

    Part(String packageName) {
        this.packageName = packageName;
    }

    /** @return the pattern in full: {@code ..clinic..} would also match an extension about clinics */
    String pattern() {
        return packageName + "..";
    }

    /** @return the pattern by which ArchUnit takes each package right below for a slice */
    String slices() {
        return packageName + ".(*)..";
    }

    /** @return the patterns of these parts, for ArchUnit */
    static String[] patterns(Part... parts) {
        return Arrays.stream(parts).map(Part::pattern).toArray(String[]::new);
    }

    /** @return {@code more} and the patterns of these parts, for ArchUnit */
    static String[] patternsAnd(Part[] parts, String... more) {
        return Stream.concat(Arrays.stream(patterns(parts)), Arrays.stream(more))
                .toArray(String[]::new);
    }
}

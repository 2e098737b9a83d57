package org.jeongmun.launcher.partner;

import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.partner.PartnerLimits;
import picocli.CommandLine.Option;

/** How much a partner may ask; mix it in. */
final class Limits {
    @Option(names = "--rate", paramLabel = "N", description = "Requests in a second at each node, up to 100,000.")
    private Integer rate;

    @Option(
            names = "--quota",
            paramLabel = "N",
            description = "Requests in a day of Korea at all nodes together, up to 10,000,000,000.")
    private Long quota;

    boolean areNamed() {
        return rate != null || quota != null;
    }

    /**
     * Reads the options.
     *
     * @param otherwise what holds where one is not given
     * @throws CommandFailure exit code 2 for a number out of range, which it names
     */
    PartnerLimits or(PartnerLimits otherwise) {
        int perSecond = Optional.ofNullable(rate).orElse(otherwise.perSecond());
        long perDay = Optional.ofNullable(quota).orElse(otherwise.perDay());
        require("--rate", perSecond, PartnerLimits.MOST_PER_SECOND);
        require("--quota", perDay, PartnerLimits.MOST_PER_DAY);
        return new PartnerLimits(perSecond, perDay);
    }

    private static void require(String option, long value, long most) {
        if (value < 1 || value > most) {
            throw CommandFailure.wrongUsage("%s: give a number from 1 to %d.".formatted(option, most));
        }
    }
}

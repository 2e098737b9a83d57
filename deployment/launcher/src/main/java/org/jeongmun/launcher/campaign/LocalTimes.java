package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads the times of a campaign file.
 *
 * @param zone of the file; empty when it names none that could be used: times are then read in UTC, to find other
 *     faults
 * @param faults what is not as it must be
 */
record LocalTimes(Optional<ZoneId> zone, Faults faults) {
    /**
     * @return the moment that the text under {@code key} names; empty when there is none or, with a fault, it names
     *     none
     */
    Optional<Instant> moment(String key, Optional<YamlNode.Scalar> text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WrittenTime.local(text.get().text(), zone.orElse(ZoneOffset.UTC)));
        } catch (UnclearTimeException unclear) {
            faults.add(text.get().line(), "%s %s", key, unclear.getMessage());
            return Optional.empty();
        }
    }
}

package org.jeongmun.web.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.lock.reading.Knowledge;
import org.jeongmun.schedule.PortalStatus;

/**
 * What the portal is at one moment, with all that this was told from; for notices and public documents.
 *
 * @param status never better than what {@code time} and {@code knowledge} allow
 * @param time empty when nothing can be trusted
 * @param knowledge what the database last said, however old
 */
public record PortalView(PortalStatus status, Optional<TimeBound> time, Knowledge knowledge) {
    /** Refuses missing parts. */
    public PortalView {
        requireNonNull(status, "status");
        requireNonNull(time, "time");
        requireNonNull(knowledge, "knowledge");
    }

    /** @return when the next notice about the maintenance is promised, beyond doubt in the future; empty without one */
    public Optional<Instant> nextUpdate() {
        return status == PortalStatus.MAINTENANCE
                ? knowledge
                        .nextUpdate()
                        .filter(at ->
                                time.filter(now -> now.latest().isBefore(at)).isPresent())
                : Optional.empty();
    }
}

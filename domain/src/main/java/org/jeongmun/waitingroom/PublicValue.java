package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A random value that somebody else publishes, such as a lottery's numbers, and that is mixed into a draw: whoever
 * made the seed could not choose the outcome for those who have joined before the value is known. Who then knows both,
 * as the owner of the database can, may know which of the numbers still to come will be early, until the opening.
 *
 * @param source where everybody can read it
 * @param at from when it is known
 * @param value as the operator entered it; empty until then
 */
public record PublicValue(String source, Instant at, Optional<String> value) {
    /** Refuses missing parts. */
    public PublicValue {
        requireNonNull(source, "source");
        requireNonNull(at, "at");
        requireNonNull(value, "value");
    }
}

package org.jeongmun.web.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What somebody can show for themselves: a ticket or an admission pass. It is nothing but what it says; {@link Signer}
 * is what makes it a proof.
 *
 * @param kind which of both
 * @param window of which window
 * @param person whose it is
 * @param number the ticket's number, from 1; a pass names the ticket that it was given for
 * @param expiresAt the first second at which it is worth nothing
 */
public record Proof(Kind kind, WindowMark window, PersonMark person, long number, Instant expiresAt) {
    /** What a proof is of. */
    public enum Kind {
        /** Of a place in line. */
        TICKET,
        /** Of having been let in. */
        PASS
    }

    /** Refuses missing parts and numbers that no ticket has. */
    public Proof {
        requireNonNull(kind, "kind");
        requireNonNull(window, "window");
        requireNonNull(person, "person");
        requireNonNull(expiresAt, "expiresAt");
        if (number < 1) {
            throw new IllegalArgumentException("Tickets are numbered from 1; got %d.".formatted(number));
        }
    }
}

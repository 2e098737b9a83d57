package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Proof of having been let in, good for one journey.
 *
 * @param ticket whose turn it was
 * @param expiresAt the first instant at which it is good no more
 */
public record AdmissionPass(Ticket ticket, Instant expiresAt) {
    /** Refuses missing parts. */
    public AdmissionPass {
        requireNonNull(ticket, "ticket");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** @return whether it is good no more */
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}

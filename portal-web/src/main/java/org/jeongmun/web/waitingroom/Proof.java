package org.jeongmun.web.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

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
        TICKET(0),
        /** Of having been let in. */
        PASS(1);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        /** By which it travels: proofs outlive the version of the portal that has given them. */
        byte code() {
            return code;
        }

        static Kind of(byte code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final Duration LONGER_THAN_ANY_WINDOW = Duration.ofDays(365);

    /**
     * Makes a ticket. It counts for as long as its window takes people in, by the schedule in force: a closing may be
     * moved to later, so what is the closing now is no end of it.
     *
     * @param closesAt when the window is to close by what is known now
     */
    public static Proof ticket(WindowMark window, PersonMark person, long number, Instant closesAt) {
        return new Proof(Kind.TICKET, window, person, number, closesAt.plus(LONGER_THAN_ANY_WINDOW));
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

package org.jeongmun.web.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody shows of one kind, and what is wrong with it.
 *
 * @param proof what it says, where this portal has signed it
 * @param fault why it does not count; empty when it does
 */
public record Shown(Optional<Proof> proof, Optional<AdmissionRefusal> fault) {
    /** Nothing was shown. */
    public static final Shown NOTHING = new Shown(Optional.empty(), Optional.of(AdmissionRefusal.NO_TICKET));

    /** Refuses missing parts. */
    public Shown {
        requireNonNull(proof, "proof");
        requireNonNull(fault, "fault");
    }

    /** @return the proof, if it counts */
    public Optional<Proof> valid() {
        return fault.isPresent() ? Optional.empty() : proof;
    }

    /**
     * Judges what was shown; pure. Whether a number has been called or spent is not asked here.
     *
     * @param text as it was shown; empty when nothing was
     * @param kind that is asked for
     * @param person who shows it
     * @param now the latest that it can be
     */
    public static Shown judge(Signer signer, Optional<String> text, Proof.Kind kind, PersonMark person, Instant now) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        Optional<Proof> proof = signer.read(text.get()).filter(read -> read.kind() == kind);
        if (proof.isEmpty()) {
            return new Shown(proof, Optional.of(AdmissionRefusal.FORGED));
        }
        if (!proof.get().person().equals(person)) {
            return new Shown(proof, Optional.of(AdmissionRefusal.OF_ANOTHER_PERSON));
        }
        boolean expired = !now.isBefore(proof.get().expiresAt());
        return new Shown(proof, expired ? Optional.of(AdmissionRefusal.EXPIRED) : Optional.empty());
    }
}

package org.jeongmun.spi;

/**
 * Decides whether one person belongs to one cohort.
 *
 * <p>Called by the portal from many threads at once, within a time limit of about a second; a call that throws,
 * returns {@code null} or runs late counts as {@link Verdict#undetermined}, never as membership, and a rule that goes
 * on failing is not asked for a while. An implementation is immutable and a pure function: it opens nothing, waits for
 * nothing and reads no clock, because the portal alone decides when somebody may come.
 */
@FunctionalInterface
public interface CohortRule {

    /**
     * Judges one person.
     *
     * @param facts never {@code null}
     * @return never {@code null}; the same verdict for the same facts
     */
    Verdict evaluate(ApplicantFacts facts);

    /**
     * Judges one person whom a roster may name. The portal always calls this; a rule that needs no roster leaves it be.
     *
     * @param facts never {@code null}
     * @param rosters lent for this call alone; never {@code null}
     * @return never {@code null}; the same verdict for the same facts while the rosters say the same
     */
    default Verdict evaluate(ApplicantFacts facts, Rosters rosters) {
        return evaluate(facts);
    }
}

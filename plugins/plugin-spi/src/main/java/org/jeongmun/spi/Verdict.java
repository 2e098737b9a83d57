package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

/**
 * A rule's answer about one person. Only {@link Member} lets anybody in; {@link Undetermined} is for "I cannot tell"
 * and makes nobody eligible.
 */
public sealed interface Verdict {

    /** @return why, as a code from the plugin's own small set */
    ReasonCode reason();

    /**
     * The person belongs to the cohort.
     *
     * @param reason why
     */
    record Member(ReasonCode reason) implements Verdict {
        /** @throws NullPointerException if there is no reason */
        public Member {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The person does not belong to the cohort.
     *
     * @param reason why not
     */
    record NotMember(ReasonCode reason) implements Verdict {
        /** @throws NullPointerException if there is no reason */
        public NotMember {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The rule cannot tell; the person is asked to come back or to turn to an office.
     *
     * @param reason why it cannot tell
     */
    record Undetermined(ReasonCode reason) implements Verdict {
        /** @throws NullPointerException if there is no reason */
        public Undetermined {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * @param reason spelled as {@link ReasonCode} demands
     * @return the verdict that the person belongs to the cohort
     */
    static Verdict member(String reason) {
        return new Member(new ReasonCode(reason));
    }

    /**
     * @param reason spelled as {@link ReasonCode} demands
     * @return the verdict that the person does not belong to the cohort
     */
    static Verdict notMember(String reason) {
        return new NotMember(new ReasonCode(reason));
    }

    /**
     * @param reason spelled as {@link ReasonCode} demands
     * @return the verdict that nothing can be said
     */
    static Verdict undetermined(String reason) {
        return new Undetermined(new ReasonCode(reason));
    }
}

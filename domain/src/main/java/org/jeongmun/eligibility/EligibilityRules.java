package org.jeongmun.eligibility;

import java.time.LocalDate;
import java.util.Optional;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.EligibilityRule;

/** The eligibility rules that this installation has; asked when a campaign file is checked. */
public interface EligibilityRules {
    /**
     * Tries a rule with its settings.
     *
     * @return what is wrong with it, empty when nothing is
     */
    Optional<Fault> faultOf(EligibilityRule rule);

    /**
     * Tries a rule on somebody of whom nothing but a birth date is known.
     *
     * @return never {@code null}; {@code UNCLEAR} also where the rule cannot be used or wants to know more
     */
    default Belonging answer(EligibilityRule rule, LocalDate birthDate) {
        return Belonging.UNCLEAR;
    }

    /**
     * Why a rule cannot be used.
     *
     * @param setting the key under {@code with} that is at fault; empty = the rule's name itself
     * @param message what is wrong and what to do, one line, for the administrator
     */
    record Fault(Optional<String> setting, String message) {}
}

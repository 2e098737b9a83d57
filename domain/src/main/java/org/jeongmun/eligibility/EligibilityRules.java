package org.jeongmun.eligibility;

import java.util.Optional;
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
     * Why a rule cannot be used.
     *
     * @param setting the key under {@code with} that is at fault; empty = the rule's name itself
     * @param message what is wrong and what to do, one line, for the administrator
     */
    record Fault(Optional<String> setting, String message) {}
}

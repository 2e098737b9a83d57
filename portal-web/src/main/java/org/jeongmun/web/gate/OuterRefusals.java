package org.jeongmun.web.gate;

import java.util.Map;
import java.util.stream.Collectors;
import org.jeongmun.lock.Handles;
import org.jeongmun.lock.OuterLockMXBean;
import org.jeongmun.lock.attempt.Attempt;

/**
 * What the outer lock has refused, where there is one: those requests never come this far, and are to be counted with
 * those that did.
 */
final class OuterRefusals {
    private OuterRefusals() {}

    /**
     * Asks the outer lock.
     *
     * @return since its start; nothing where there is no outer lock
     * @throws RuntimeException when it is there and cannot be asked
     */
    static Map<Attempt, Long> counted() {
        return Handles.find(OuterLockMXBean.NAME, OuterLockMXBean.class)
                .map(OuterLockMXBean::getRefusals)
                .orElse(Map.of())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(each -> Attempt.of(each.getKey()), Map.Entry::getValue));
    }
}

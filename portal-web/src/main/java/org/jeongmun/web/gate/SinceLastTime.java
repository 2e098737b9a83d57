package org.jeongmun.web.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jeongmun.lock.attempt.Attempt;

/** Makes "so many more" out of counts that only grow. For one thread at a time. */
final class SinceLastTime {
    private final Map<Attempt, Long> told = new HashMap<>();

    /** @param more is told each kind that has grown, and by how much */
    void tell(Map<Attempt, Long> counted, ObjLongConsumer<Attempt> more) {
        counted.forEach((kind, count) -> {
            Long before = told.put(kind, count);
            long grown = count - (before == null ? 0 : before);
            if (grown > 0) {
                more.accept(kind, grown);
            }
        });
    }
}

package org.jeongmun.web.gate;

import jakarta.inject.Singleton;
import java.util.Set;

/** The filters that were there when the gate went in front of them. */
@Singleton
class FiltersBehind {
    private volatile Set<String> names = Set.of();

    void are(Set<String> registered) {
        names = Set.copyOf(registered);
    }

    Set<String> names() {
        return names;
    }
}

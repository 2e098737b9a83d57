package org.jeongmun.doors.trial;

import java.util.ArrayList;
import java.util.List;
import org.jeongmun.doors.inventory.Door;

/** What one door has answered to all knocks on one listener. For one thread. */
final class Tried {
    private static final int EXAMPLES = 5;

    final Door door;
    final List<String> examples = new ArrayList<>();
    long ways;
    long shut;
    long mustBeShut;
    boolean mayBeOpen;

    Tried(Door door) {
        this.door = door;
    }

    void count(Way way, Verdict verdict) {
        ways++;
        switch (verdict.kind()) {
            case SHUT -> shut++;
            case MAY_BE_OPEN -> mayBeOpen = true;
            case MUST_BE_SHUT -> {
                mustBeShut++;
                if (examples.size() < EXAMPLES) {
                    examples.add("%s: %s".formatted(way, verdict.reason()));
                }
            }
        }
    }
}

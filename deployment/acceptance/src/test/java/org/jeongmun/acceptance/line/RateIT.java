package org.jeongmun.acceptance.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The rate of a line")
@ExtendWith(SharedPortals.class)
class RateIT {
    private static final int BY_HAND = LineSpeed.SLOW + 1;

    private final Portal portal;

    RateIT(@Serving(Stage.IN_LINE) Portal portal) {
        this.portal = portal;
    }

    @Test
    void isChangedByAnOperatorWhileThePortalServes() {
        try {
            PortalJar.Ended set = set(BY_HAND);
            assertEquals(0, set.exitCode(), set::toString);
            assertTrue(set.output().contains("is in force"), set::toString);
            LineSpeed.awaitHeard(portal, BY_HAND);
        } finally {
            PortalJar.Ended back = set(LineSpeed.SLOW);
            assertEquals(0, back.exitCode(), back::toString);
            LineSpeed.awaitHeard(portal, LineSpeed.SLOW);
        }
    }

    private PortalJar.Ended set(int perSecond) {
        return PortalJar.run(
                "admission",
                "set",
                "--data",
                portal.folder().toString(),
                "--per-second",
                Integer.toString(perSecond),
                "--reason",
                "test");
    }
}

package org.jeongmun.web.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jeongmun.eligibility.RosterId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A roster that cannot be looked at")
class LostRostersTest {
    private static final Logger LOG = Logger.getLogger(LostRosters.class.getName());
    private static final RosterId NURSES = new RosterId("nurses");
    private static final RosterId TEACHERS = new RosterId("teachers");

    private final LostRosters rosters = new LostRosters();
    private final Told told = new Told();

    @BeforeEach
    void listen() {
        LOG.addHandler(told);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(told);
    }

    @Test
    void isToldToTheOperatorOnceUntilItIsRegained() {
        rosters.regained(NURSES);
        rosters.lost(NURSES, "NOT_IMPORTED");
        rosters.lost(NURSES, "NOT_IMPORTED");
        rosters.lost(TEACHERS, "NOT_IMPORTED");
        rosters.regained(NURSES);
        rosters.regained(NURSES);
        rosters.lost(NURSES, "DATABASE_AWAY");

        assertEquals(
                List.of(
                        "WARNING roster.lost roster=nurses reason=NOT_IMPORTED",
                        "WARNING roster.lost roster=teachers reason=NOT_IMPORTED",
                        "INFO roster.regained roster=nurses",
                        "WARNING roster.lost roster=nurses reason=DATABASE_AWAY"),
                told.lines);
    }

    private static final class Told extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord told) {
            lines.add(told.getLevel() + " " + new SimpleFormatter().formatMessage(told));
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

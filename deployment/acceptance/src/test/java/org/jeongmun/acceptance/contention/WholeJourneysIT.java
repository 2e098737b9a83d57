package org.jeongmun.acceptance.contention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.visit.Chronicle;
import org.jeongmun.benchmark.visit.Visitor;
import org.jeongmun.benchmark.wire.Wire;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The visitors and the books of the benchmark, for what is right and not for how fast. */
@DisplayName("Sixty whole journeys at once")
@ExtendWith(SharedPortals.class)
class WholeJourneysIT {
    private static final int PEOPLE = 60;
    private static final int CONNECTIONS = 24;
    private static final int FIRST = 71_000_000;

    private static final String COME_BACK = "503";

    private final Portal portal;
    /** Who was told to come back in a moment: a slow one of the machine's, and no place is lost by it. */
    private final Queue<Integer> told = new ArrayDeque<>();

    WholeJourneysIT(@Serving(Stage.OPEN_IN_SEOUL) Portal portal) {
        this.portal = portal;
    }

    @Test
    void eachEndInACodeThatIsInTheBooks() throws SQLException {
        Ledger ledger = new Ledger();
        List<String> lost = new ArrayList<>();
        try (Wire wire = new Wire(portal.published().publicUrl(), CONNECTIONS)) {
            for (int person = 0; person < PEOPLE; person++) {
                come(person, wire, ledger, lost);
            }
            Awaitility.await("the last of them")
                    .atMost(Duration.ofSeconds(300))
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        for (Integer person = told.poll(); person != null; person = told.poll()) {
                            come(person, wire, ledger, lost);
                        }
                        wire.turn(System.nanoTime() + Duration.ofMillis(100).toNanos());
                        return ledger.size() + lost.size() == PEOPLE;
                    });
        }

        assertEquals(List.of(), lost);
        try (Connection database = portal.connect()) {
            assertEquals(List.of(), ledger.brokenPromises(database));
        }
    }

    private void come(int person, Wire wire, Ledger ledger, List<String> lost) {
        String host = portal.published().publicUrl().getAuthority();
        new Visitor(FIRST + person, host, wire, into(ledger, lost, person), System.nanoTime()).goOn();
    }

    private Chronicle into(Ledger ledger, List<String> lost, int person) {
        return new Chronicle() {
            @Override
            public void took(org.jeongmun.benchmark.visit.Stage stage, long nanos) {
                // How long it takes is measured elsewhere.
            }

            @Override
            public void arrived(String code, long nanos) {
                ledger.shown(code);
            }

            @Override
            public void lost(org.jeongmun.benchmark.visit.Stage stage, String reason) {
                if (reason.startsWith(COME_BACK)) {
                    told.add(person);
                } else {
                    lost.add(stage + ": " + reason);
                }
            }
        };
    }
}

package org.jeongmun.acceptance.contention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private final Portal portal;

    WholeJourneysIT(@Serving(Stage.OPEN_IN_SEOUL) Portal portal) {
        this.portal = portal;
    }

    @Test
    void eachEndInACodeThatIsInTheBooks() throws SQLException {
        Ledger ledger = new Ledger();
        List<String> lost = new ArrayList<>();
        try (Wire wire = new Wire(portal.published().publicUrl(), CONNECTIONS)) {
            for (int person = 0; person < PEOPLE; person++) {
                new Visitor(FIRST + person, host(), wire, into(ledger, lost), System.nanoTime()).goOn();
            }
            Awaitility.await("the last of them")
                    .atMost(Duration.ofSeconds(90))
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        wire.turn(System.nanoTime() + Duration.ofMillis(100).toNanos());
                        return ledger.size() + lost.size() == PEOPLE;
                    });
        }

        assertEquals(List.of(), lost);
        try (Connection database = portal.connect()) {
            assertEquals(List.of(), ledger.brokenPromises(database));
        }
    }

    private String host() {
        return portal.published().publicUrl().getAuthority();
    }

    private static Chronicle into(Ledger ledger, List<String> lost) {
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
                lost.add(stage + ": " + reason);
            }
        };
    }
}

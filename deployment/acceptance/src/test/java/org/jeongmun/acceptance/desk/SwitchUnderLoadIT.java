package org.jeongmun.acceptance.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.machine.StoodStill;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("Switched on while people book, maintenance")
@ExtendWith(SharedPortals.class)
class SwitchUnderLoadIT {
    /** So many that they are not all served within the time that the switch takes. */
    private static final int PEOPLE = 240;

    private static final int AT_ONCE = 6;
    private static final int BEFORE_THE_SWITCH = 2;
    /** On a slow machine everybody can be served before the switch is thrown; then others try. */
    private static final int MOST_AGAIN = 5;

    private static final Duration EVERYWHERE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So late a portal may answer that is only busy; one that is later stood still. */
    private static final Duration USUAL = Duration.ofMillis(100);

    private static final String CONFIRMED = "SELECT count(*) FROM reservation WHERE state = 'CONFIRMED'";

    private final Portal portal;
    private final URI door;
    private final DeskVisit desk;
    private final Rows rows;
    private final Queue<Confirming> waiting = new ConcurrentLinkedQueue<>();
    private final Set<String> ledger = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger shut = new AtomicInteger();

    /** Somebody who has a place in hand and the last form before them. */
    private record Confirming(Journey journey, Form form) {}

    SwitchUnderLoadIT(@Serving(Stage.OPEN) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
        desk = new DeskVisit(portal);
        rows = Rows.of(portal);
    }

    @AfterEach
    void openAgain() {
        desk.maintenanceOff();
        Awaitility.await("the door to open again")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> RawRequest.of("GET", "/check-in").sendTo(door).status() == 200);
    }

    @Test
    void leavesEachConfirmationEitherStoredAndToldOrNeither() throws SQLException, InterruptedException {
        raceTheSwitch();
        for (int again = 0; shut.get() == 0; again++) {
            assertTrue(again < MOST_AGAIN, "nobody raced the switch: this proves nothing");
            openAgain();
            ledger.clear();
            refused.set(0);
            raceTheSwitch();
        }
    }

    private void raceTheSwitch() throws SQLException, InterruptedException {
        IntStream.range(0, PEOPLE).parallel().forEach(i -> {
            Journey journey = new Journey(door, Citizen.invited()).toHold();
            waiting.add(new Confirming(journey, journey.confirmation()));
        });
        long before = rows.number(CONFIRMED);
        // Got beforehand, or everybody is served by the time the switch is thrown.
        String token = desk.token();
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                people.execute(this::confirmOneAfterTheOther);
            }
            Awaitility.await("some to be served")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> ledger.size() >= BEFORE_THE_SWITCH);
            assertEquals(303, desk.maintenanceOn("a race", "", token).status());
            // From here on nobody writes: what is stored now is all that ever will be.
            long stored = rows.number(CONFIRMED) - before;
            people.shutdown();
            assertTrue(people.awaitTermination(60, TimeUnit.SECONDS), "everybody was answered");
            assertEquals(stored, rows.number(CONFIRMED) - before, "a row after the switch had answered");
        } finally {
            people.shutdownNow();
        }
        Set<String> kept = new TreeSet<>();
        for (String code : ledger) {
            if (rows.number(CONFIRMED + " AND code = ?", code) == 1) {
                kept.add(code);
            }
        }
        assertEquals(new TreeSet<>(ledger), kept, "everybody who was told a code has it");
        assertEquals(ledger.size(), rows.number(CONFIRMED) - before, "nobody has what they were not told");
        assertEquals(PEOPLE, ledger.size() + refused.get());
    }

    private void confirmOneAfterTheOther() {
        for (Confirming next = waiting.poll(); next != null; next = waiting.poll()) {
            Page answer = next.form().press("confirm");
            if (answer.redirect().equals("303 /reserve/done")) {
                ledger.add(next.journey().code());
            } else {
                // Shut, busy, or sent back a step: told nothing in any case.
                refused.incrementAndGet();
                if (answer.header("X-Portal-Gate").orElse("").equals("MAINTENANCE")) {
                    shut.incrementAndGet();
                }
            }
        }
    }

    @Test
    void shutsConnectionsThatAreKeptWithinASecond() throws IOException {
        List<KeptAlive> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                connections.add(new KeptAlive(door));
            }
            for (KeptAlive connection : connections) {
                assertEquals(200, connection.head("/check-in"), "a witness");
            }
            assertEquals(303, desk.maintenanceOn("kept connections", "").status());
            Duration shutAfter = usedUntilTheyAreShut(connections);
            assertTrue(shutAfter.compareTo(EVERYWHERE) < 0, () -> "served still after " + shutAfter);
        } finally {
            for (KeptAlive connection : connections) {
                connection.close();
            }
        }
    }

    /** @return when the last request was made that was served, less what the machine or the portal had stood still */
    private static Duration usedUntilTheyAreShut(List<KeptAlive> connections) throws IOException {
        // The server ends a connection with its 503; until then it is used on and on.
        List<KeptAlive> served = new ArrayList<>(connections);
        long began = System.nanoTime();
        long lastServed = 0;
        long late = 0;
        try (StoodStill still = new StoodStill()) {
            while (!served.isEmpty() && System.nanoTime() - began < PATIENCE.toNanos()) {
                for (KeptAlive connection : List.copyOf(served)) {
                    long asked = System.nanoTime();
                    long after = asked - began - Math.max(late, still.soFar().toNanos());
                    if (connection.head("/check-in") == 503) {
                        served.remove(connection);
                    } else {
                        lastServed = Math.max(lastServed, after);
                    }
                    late += Math.max(0, System.nanoTime() - asked - USUAL.toNanos());
                }
            }
        }
        assertEquals(List.of(), served);
        return Duration.ofNanos(lastServed);
    }
}

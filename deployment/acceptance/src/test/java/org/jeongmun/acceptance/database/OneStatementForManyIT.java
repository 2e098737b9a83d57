package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.jeongmun.acceptance.database.Outcomes.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One statement for many")
class OneStatementForManyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STATEMENTS = "SELECT count(DISTINCT xmin::text) FROM reservation WHERE slot_id = ?";
    private static final String WRITTEN =
            "SELECT min(xmin::text::bigint) FROM reservation WHERE person_key = ? AND changed_in = (SELECT changed_in"
                    + " FROM reservation WHERE person_key = ?)";

    private static final int CROWD = 40;

    private final AtomicInteger connections = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private Campaign campaign;
    private SlotId free;
    private SlotId full;

    @BeforeEach
    void open() throws SQLException {
        campaign = Campaign.open();
        free = campaign.slot(1, 50);
        full = campaign.slot(2, 0);
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
        }
    }

    @Test
    void holdsAndConfirmsUnlessSomebodyIsRefused() throws SQLException {
        List<Wish> wishes = List.of(wish(free), wish(free), wish(free));

        Wish.hold(wishes);
        assertEquals(1, TestDatabase.number(STATEMENTS, free.value()));

        Wish.confirm(wishes);
        assertEquals(1, TestDatabase.number(STATEMENTS, free.value()));
        assertEquals(3, Campaign.taken(free));
    }

    @Test
    void tellsEachOfTheirOwn() throws SQLException {
        Wish one = wish(campaign.slot(3, 5));
        Wish two = wish(free);
        Wish three = wish(full);
        Wish four = wish(free);
        List<String> codes = Wish.codes(4);

        Map<Integer, String> held = Wish.codesOfHeld(List.of(one, two, three, four), codes);
        Map<Integer, String> confirmed = Wish.codesOfConfirmed(List.of(four, three, one, two));

        assertEquals(Map.of(1, codes.get(0), 2, codes.get(1), 4, codes.get(3)), held);
        assertEquals(Map.of(1, codes.get(3), 3, codes.get(0), 4, codes.get(1)), confirmed);
    }

    @Test
    void tellsNobodyOfAnothersPlaceWhenTwoAreGivenTheSameCode() throws SQLException {
        String code = Wish.codes(1).get(0);

        Map<Integer, String> held = Wish.codesOfHeld(List.of(wish(full), wish(free)), List.of(code, code));

        assertEquals(Map.of(), held);
        assertEquals(1, Campaign.rows(free));
    }

    @Test
    void sharesItsTransactionWithWhoeverConfirmsWhichComesFirst() throws Exception {
        PersonKey confirms = Campaign.somebody();
        PersonKey holds = Campaign.somebody();
        CountDownLatch door = new CountDownLatch(1);
        try (HikariDataSource pool = TestDatabase.pool();
                PostgresReservations before = new PostgresReservations(pool);
                PostgresReservations reservations = new PostgresReservations(behind(door, pool))) {
            done(before.hold(campaign.request(confirms, free)));
            List<FutureTask<ReservationOutcome>> asked = List.of(
                    ask(reservations, Campaign.somebody(), free),
                    ask(reservations, holds, free),
                    begin(new FutureTask<>(() -> reservations.confirm(campaign.id(), confirms, Optional.empty()))));

            door.countDown();

            for (FutureTask<ReservationOutcome> each : asked) {
                done(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
        }
        long confirmed = TestDatabase.number(WRITTEN, confirms.value(), holds.value());
        long held = TestDatabase.number(WRITTEN, holds.value(), confirms.value());
        assertTrue(0 < confirmed && confirmed < held, () -> confirmed + " and " + held);
    }

    @Test
    void looksWhyThereIsNoPlaceForAllWhoAreRefused() throws Exception {
        CountDownLatch door = new CountDownLatch(1);
        List<FutureTask<ReservationOutcome>> asked = new ArrayList<>();
        try (HikariDataSource pool = TestDatabase.pool();
                PostgresReservations reservations = new PostgresReservations(behind(door, pool))) {
            for (int i = 0; i < CROWD; i++) {
                asked.add(ask(reservations, Campaign.somebody(), full));
            }

            door.countDown();

            for (FutureTask<ReservationOutcome> each : asked) {
                assertEquals(RefusalReason.SLOT_FULL, reason(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
            }
        }
        assertTrue(connections.get() < CROWD / 2, () -> connections + " transactions for " + CROWD);
    }

    private Wish wish(SlotId slot) {
        return new Wish(campaign, Campaign.somebody(), slot);
    }

    private FutureTask<ReservationOutcome> ask(PostgresReservations reservations, PersonKey person, SlotId slot) {
        return begin(new FutureTask<>(() -> reservations.hold(campaign.request(person, slot))));
    }

    /* Returns once it waits for the answer; the first is at the door by then, or taken along with the others. */
    private FutureTask<ReservationOutcome> begin(FutureTask<ReservationOutcome> task) {
        Thread thread = new Thread(task);
        threads.add(thread);
        thread.start();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return task;
    }

    /* Connections that nobody gets before the door is open, counted. */
    private DataSource behind(CountDownLatch door, DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    door.await();
                    connections.incrementAndGet();
                    return method.invoke(pool, arguments);
                });
    }
}

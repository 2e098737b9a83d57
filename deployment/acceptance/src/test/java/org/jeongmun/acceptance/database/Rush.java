package org.jeongmun.acceptance.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.Reservations;
import org.jeongmun.web.batch.Pending;
import org.jeongmun.web.reservation.PostgresReservations;

/**
 * People who wait for their places while nobody gets a connection: who is served with whom depends on the code alone,
 * and not on how a machine shares out its time.
 */
final class Rush implements AutoCloseable {
    /** The two threads that serve many at once. */
    static final String BOOKING = "portal-booking";

    static final String LOOKING = "portal-situation";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ROUNDS = 10;

    private final Map<String, CountDownLatch> doors =
            Map.of(BOOKING, new CountDownLatch(1), LOOKING, new CountDownLatch(1));
    private final Queue<String> connections = new ConcurrentLinkedQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private final List<FutureTask<ReservationOutcome>> asked = new ArrayList<>();
    private final PostgresReservations reservations;

    /** @param pool of the connections that are to be had once a door is open */
    Rush(DataSource pool) {
        reservations = new PostgresReservations(behindDoors(pool));
    }

    private DataSource behindDoors(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    String who = Thread.currentThread().getName();
                    connections.add(who);
                    if (doors.containsKey(who)) {
                        doors.get(who).await();
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Nobody waits for longer than three seconds: where a machine stood still, others come once more. */
    static Rush untilNobodyIsTooLate(Callable<Rush> round) throws Exception {
        Rush rush = round.call();
        for (int again = 1; again < ROUNDS && rush.told().contains(tooLate()); again++) {
            rush = round.call();
        }
        return rush;
    }

    private static ReservationOutcome tooLate() {
        return ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER);
    }

    /** Somebody asks; the first one alone has whoever serves them come to the door before this returns. */
    void ask(Function<Reservations, ReservationOutcome> wish) {
        FutureTask<ReservationOutcome> task = new FutureTask<>(() -> wish.apply(reservations));
        Thread person = new Thread(task, "somebody");
        asked.add(task);
        people.add(person);
        person.start();
        if (people.size() == 1) {
            Awaitility.await("the first one served")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> connections(BOOKING) == 1);
        }
    }

    /** Returns once all who have asked so far wait to be served. */
    void awaitTheLine() {
        awaitAllIn("GroupCommit");
    }

    private void awaitAllIn(String part) {
        Awaitility.await("all in " + part)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> people.stream().allMatch(person -> isDone(person) || waitsIn(part, person)));
    }

    private static boolean isDone(Thread person) {
        return person.getState() == Thread.State.TERMINATED;
    }

    private static boolean waitsIn(String part, Thread person) {
        StackTraceElement[] stack = person.getStackTrace();
        return IntStream.range(1, stack.length)
                .anyMatch(i -> stack[i].getClassName().endsWith("." + part)
                        && stack[i - 1].getClassName().equals(Pending.class.getName()));
    }

    /** Serves all, once they all wait for it. */
    void serve() {
        awaitTheLine();
        doors.get(BOOKING).countDown();
    }

    /** Looks why there was no place for those who got none, once they all wait for it. */
    void look() {
        awaitAllIn("Situations");
        doors.get(LOOKING).countDown();
    }

    /** @return what they were told, in the order in which they asked */
    List<ReservationOutcome> told() throws Exception {
        List<ReservationOutcome> told = new ArrayList<>();
        for (FutureTask<ReservationOutcome> each : asked) {
            told.add(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        return told;
    }

    /** @return how many connections were asked for by who serves or looks */
    long connections(String who) {
        return connections.stream().filter(who::equals).count();
    }

    @Override
    public void close() {
        doors.values().forEach(CountDownLatch::countDown);
        Awaitility.await("the end of the rush")
                .atMost(PATIENCE)
                .until(() -> people.stream().allMatch(Rush::isDone));
        reservations.close();
    }
}

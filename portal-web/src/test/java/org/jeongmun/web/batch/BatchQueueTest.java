package org.jeongmun.web.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A queue for many at once")
@Timeout(20)
class BatchQueueTest {
    private static final String TOO_LATE = "too late";

    private final BlockingQueue<List<Integer>> served = new LinkedBlockingQueue<>();
    private final CountDownLatch doorOpens = new CountDownLatch(1);
    private final CountDownLatch firstIsServed = new CountDownLatch(1);
    private final BatchQueue<Integer, String> queue = queue(Duration.ofSeconds(10));
    private volatile Runnable bug = () -> {};
    private volatile boolean ended;

    private BatchQueue<Integer, String> queue(Duration patience) {
        return new BatchQueue<>("test", new BatchQueue.Bounds(4, 3, patience), TOO_LATE, new Counter());
    }

    private final class Counter implements BatchQueue.Work<Integer, String> {
        @Override
        public void serve(List<Pending<Integer, String>> together) {
            served.add(together.stream().map(Pending::request).toList());
            firstIsServed.countDown();
            try {
                doorOpens.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            }
            bug.run();
            together.forEach(each -> each.tell("served " + each.request()));
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    @AfterEach
    void end() {
        doorOpens.countDown();
        queue.close();
    }

    @Test
    void servesSomebodyAloneAtOnce() {
        queue.start();
        doorOpens.countDown();

        assertEquals("served 1", queue.put(1).await());
    }

    @Test
    void takesAlongWhoHasComeMeanwhileInTheirOrderAndNoMoreThanAreServedAtOnce() throws InterruptedException {
        beginWith(1);
        List<Pending<Integer, String>> crowd =
                IntStream.rangeClosed(2, 5).mapToObj(queue::put).toList();
        doorOpens.countDown();

        assertEquals(List.of(2, 3, 4), next(served));
        assertEquals(List.of(5), next(served));
        assertEquals(
                List.of("served 2", "served 3", "served 4", "served 5"),
                crowd.stream().map(Pending::await).toList());
    }

    @Test
    void turnsAwayWhoFindsItFull() throws InterruptedException {
        beginWith(1);
        IntStream.rangeClosed(2, 5).forEach(queue::put);

        Pending<Integer, String> sixth = queue.put(6);

        assertFalse(sixth.isWaiting());
        assertEquals(TOO_LATE, sixth.await());
    }

    @Test
    void nobodyWaitsLongerThanTheirPatienceAndWhatComesAfterItIsNotToldThem() throws InterruptedException {
        try (BatchQueue<Integer, String> hurried = queue(Duration.ofMillis(20))) {
            hurried.start();
            Pending<Integer, String> asked = hurried.put(1);
            firstIsServed.await();

            assertEquals(TOO_LATE, asked.await());
            assertTrue(asked.leftNanos() <= 0, "they gave up before");
            assertFalse(asked.isWaiting());
            asked.tell("served 1");
            assertEquals(TOO_LATE, asked.await());
        }
    }

    @Test
    void whoIsInterruptedIsNotServedAnyMoreAndStaysInterrupted() throws InterruptedException {
        beginWith(1);
        Pending<Integer, String> asked = queue.put(2);

        Thread.currentThread().interrupt();

        assertEquals(TOO_LATE, asked.await());
        assertTrue(Thread.interrupted());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAfterABugAndLeavesWhomItMet(boolean isError) throws InterruptedException {
        bug = () -> {
            if (isError) {
                throw new StackOverflowError();
            }
            throw new IllegalStateException("on purpose");
        };
        Pending<Integer, String> first = beginWith(1);
        doorOpens.countDown();
        assertEquals(TOO_LATE, first.await());
        bug = () -> {};

        assertEquals("served 2", queue.put(2).await());
    }

    @Test
    void leavesWhoeverIsNotServedAnyMoreAndTakesNobodyElse() throws InterruptedException {
        List<Pending<Integer, String>> crowd = List.of(beginWith(1), queue.put(2), queue.put(3));

        queue.close();

        crowd.forEach(each -> assertEquals(TOO_LATE, each.await()));
        assertFalse(queue.put(4).isWaiting());
        assertTrue(served.isEmpty());
        assertTrue(ended);
    }

    private Pending<Integer, String> beginWith(int person) throws InterruptedException {
        queue.start();
        Pending<Integer, String> first = queue.put(person);
        firstIsServed.await();
        assertEquals(List.of(person), served.take());
        return first;
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return queue.poll(10, TimeUnit.SECONDS);
    }
}

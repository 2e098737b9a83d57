package org.jeongmun.web.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A queue for many at once")
@Timeout(20)
class BatchQueueTest {
    private final BlockingQueue<List<Integer>> served = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> left = new LinkedBlockingQueue<>();
    private final CountDownLatch doorOpens = new CountDownLatch(1);
    private final CountDownLatch firstIsServed = new CountDownLatch(1);
    private final BatchQueue<Integer> queue = new BatchQueue<>("test", 4, 3, new Counter());
    private volatile Runnable bug = () -> {};
    private volatile boolean ended;

    private final class Counter implements BatchQueue.Work<Integer> {
        @Override
        public void serve(List<Integer> together) {
            served.add(together);
            firstIsServed.countDown();
            try {
                doorOpens.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            bug.run();
        }

        @Override
        public void leave(Integer request) {
            left.add(request);
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
    void servesSomebodyAloneAtOnce() throws InterruptedException {
        queue.start();
        queue.offer(1);

        assertEquals(List.of(1), next(served));
    }

    @Test
    void takesAlongWhoHasComeMeanwhileInTheirOrderAndNoMoreThanAreServedAtOnce() throws InterruptedException {
        beginWith(1);
        for (int person = 2; person <= 5; person++) {
            assertTrue(queue.offer(person));
        }
        doorOpens.countDown();

        assertEquals(List.of(2, 3, 4), next(served));
        assertEquals(List.of(5), next(served));
    }

    @Test
    void turnsAwayWhoFindsItFull() throws InterruptedException {
        beginWith(1);
        for (int person = 2; person <= 5; person++) {
            assertTrue(queue.offer(person));
        }

        assertFalse(queue.offer(6));
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
        beginWith(1);
        doorOpens.countDown();
        assertEquals(1, next(left));

        queue.offer(2);

        assertEquals(List.of(2), next(served));
    }

    @Test
    void leavesWhoeverIsNotServedAnyMoreAndTakesNobodyElse() throws InterruptedException {
        beginWith(1);
        queue.offer(2);
        queue.offer(3);

        queue.close();

        assertEquals(1, next(left));
        assertEquals(2, next(left));
        assertEquals(3, next(left));
        assertFalse(queue.offer(4));
        assertTrue(served.isEmpty());
        assertTrue(ended);
    }

    private void beginWith(int first) throws InterruptedException {
        queue.start();
        queue.offer(first);
        firstIsServed.await();
        assertEquals(List.of(first), served.take());
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return queue.poll(10, TimeUnit.SECONDS);
    }
}

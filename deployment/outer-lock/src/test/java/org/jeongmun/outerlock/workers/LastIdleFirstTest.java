package org.jeongmun.outerlock.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tasks for whoever became idle last")
class LastIdleFirstTest {
    private static final int MANY = 100_000;
    private static final int FEW = 2;

    private final LastIdleFirst queue = new LastIdleFirst(FEW);
    private final Staff staff = new Staff(queue);
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @AfterEach
    void endThreads() throws InterruptedException {
        staff.end();
    }

    @Test
    void areTakenInTheirOrder() throws InterruptedException {
        Runnable first = () -> {};
        Runnable second = () -> {};
        queue.offer(first);
        queue.offer(second);

        assertEquals(2, queue.size());
        assertEquals(first, queue.take());
        assertEquals(second, queue.poll());
        assertNull(queue.poll());
        assertNull(queue.poll(1, TimeUnit.MILLISECONDS));
        assertEquals(0, queue.idle());
    }

    @Test
    void goToTheOneThatBecameIdleLast() throws InterruptedException {
        staff.begin("one");
        staff.begin("two");
        staff.begin("three");

        for (int round = 0; round < 5; round++) {
            queue.offer(() -> done.add(Thread.currentThread().getName()));
            assertEquals("three", done.poll(1, TimeUnit.MINUTES));
            staff.awaitIdle(3);
        }
    }

    @Test
    void goToTheNextWhileTheLastOneIsAtWork() throws InterruptedException {
        staff.begin("one");
        staff.begin("two");
        CountDownLatch end = new CountDownLatch(1);
        queue.offer(() -> Waiting.busily(end));
        staff.awaitIdle(1);

        queue.offer(() -> done.add(Thread.currentThread().getName()));

        assertEquals("one", done.poll(1, TimeUnit.MINUTES));
        end.countDown();
    }

    @Test
    void areLeftToThoseAtWorkWhileTheyAreEnough() throws InterruptedException {
        staff.begin("one");
        staff.begin("two");
        staff.begin("three");
        CountDownLatch end = new CountDownLatch(1);
        staff.occupy(FEW, end, Waiting::busily);

        queue.offer(() -> done.add(Thread.currentThread().getName()));

        assertEquals(1, queue.idle());
        assertEquals(1, queue.size());
        end.countDown();
        assertTrue(Set.of("two", "three").contains(done.poll(1, TimeUnit.MINUTES)));
    }

    @Test
    void goToTheNextWhileThoseAtWorkWaitForAnotherThread() throws InterruptedException {
        staff.begin("one");
        staff.begin("two");
        staff.begin("three");
        CountDownLatch end = new CountDownLatch(1);
        staff.occupy(FEW, end, Waiting::quietly);
        Staff.awaitWaiting(staff.named("two"));
        Staff.awaitWaiting(staff.named("three"));

        queue.offer(() -> done.add(Thread.currentThread().getName()));

        assertEquals("one", done.poll(1, TimeUnit.MINUTES));
        end.countDown();
    }

    @Test
    void doNotLieBecauseThoseAtWorkTakeLong() throws InterruptedException {
        staff.watch();

        assertThatATaskIsDoneWhileOthersTakeLong();
    }

    @Test
    void wakeTheLookoutWhenItSleeps() throws InterruptedException {
        Thread lookout = staff.watch();
        Staff.awaitWaiting(lookout);

        assertThatATaskIsDoneWhileOthersTakeLong();
    }

    @Test
    void areLeftByWhoIsThroughWhileOthersAreEnough() throws InterruptedException {
        for (int i = 0; i < FEW + 1; i++) {
            staff.begin("worker " + i);
        }
        CountDownLatch long1 = new CountDownLatch(1);
        staff.occupy(1, long1, Waiting::busily);
        staff.forgetWhoIsAtWork();
        CountDownLatch end = new CountDownLatch(1);
        staff.occupy(FEW, end, Waiting::busily);
        queue.offer(() -> done.add(Thread.currentThread().getName()));

        long1.countDown();

        staff.awaitIdle(1);
        assertEquals(1, queue.size());
        end.countDown();
        assertTrue(Set.of("worker 0", "worker 1").contains(done.poll(1, TimeUnit.MINUTES)));
    }

    @Test
    void areNeitherLostNorDoneTwiceByThreadsThatAreInterrupted() throws InterruptedException {
        staff.watch();
        for (int i = 0; i < 8; i++) {
            staff.begin("worker " + i);
        }
        AtomicInteger sum = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(MANY);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < MANY; i++) {
            queue.offer(() -> {
                sum.incrementAndGet();
                all.countDown();
            });
            if (random.nextInt(20) == 0) {
                staff.interruptAny(random);
            }
        }

        assertTrue(all.await(1, TimeUnit.MINUTES), () -> all.getCount() + " are left");
        assertEquals(MANY, sum.get());
    }

    private void assertThatATaskIsDoneWhileOthersTakeLong() throws InterruptedException {
        for (int i = 0; i < 3 * FEW; i++) {
            staff.begin("worker " + i);
        }
        CountDownLatch end = new CountDownLatch(1);
        staff.occupy(3 * FEW - 1, end, Waiting::busily);

        queue.offer(() -> done.add(Thread.currentThread().getName()));

        assertNotNull(done.poll(1, TimeUnit.MINUTES));
        end.countDown();
    }
}

package org.jeongmun.outerlock.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Thread> threads = new ArrayList<>();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    private volatile boolean over;
    private volatile boolean isWatched = true;

    @AfterEach
    void endThreads() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(TimeUnit.MINUTES.toMillis(1));
            assertFalse(thread.isAlive(), thread.getName());
        }
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
        begin("one");
        begin("two");
        begin("three");

        for (int round = 0; round < 5; round++) {
            queue.offer(() -> done.add(Thread.currentThread().getName()));
            assertEquals("three", done.poll(1, TimeUnit.MINUTES));
            awaitIdle(3);
        }
    }

    @Test
    void goToTheNextWhileTheLastOneIsAtWork() throws InterruptedException {
        begin("one");
        begin("two");
        CountDownLatch end = new CountDownLatch(1);
        queue.offer(() -> Waiting.quietly(end));
        awaitIdle(1);

        queue.offer(() -> done.add(Thread.currentThread().getName()));

        assertEquals("one", done.poll(1, TimeUnit.MINUTES));
        end.countDown();
    }

    @Test
    void areLeftToThoseAtWorkWhileTheyAreEnough() throws InterruptedException {
        begin("one");
        begin("two");
        begin("three");
        CountDownLatch end = new CountDownLatch(1);
        occupy(FEW, end);

        queue.offer(() -> done.add(Thread.currentThread().getName()));

        assertEquals(1, queue.idle());
        assertEquals(1, queue.size());
        end.countDown();
        assertTrue(Set.of("two", "three").contains(done.poll(1, TimeUnit.MINUTES)));
    }

    @Test
    void doNotLieBecauseThoseAtWorkTakeLong() throws InterruptedException {
        watch();

        assertThatATaskIsDoneWhileOthersTakeLong();
    }

    @Test
    void wakeTheLookoutWhenItSleeps() throws InterruptedException {
        Thread lookout = watch();
        awaitSleep(lookout);

        assertThatATaskIsDoneWhileOthersTakeLong();
    }

    @Test
    void areLeftByWhoIsThroughWhileOthersAreEnough() throws InterruptedException {
        for (int i = 0; i < FEW + 1; i++) {
            begin("worker " + i);
        }
        CountDownLatch long1 = new CountDownLatch(1);
        occupy(1, long1);
        forgetWhoIsAtWork();
        CountDownLatch end = new CountDownLatch(1);
        occupy(FEW, end);
        queue.offer(() -> done.add(Thread.currentThread().getName()));

        long1.countDown();

        awaitIdle(1);
        assertEquals(1, queue.size());
        end.countDown();
        assertTrue(Set.of("worker 0", "worker 1").contains(done.poll(1, TimeUnit.MINUTES)));
    }

    /* A lookout that watches until it sleeps, which is long after it has forgotten who was at work. */
    private void forgetWhoIsAtWork() throws InterruptedException {
        Thread lookout = watch();
        awaitSleep(lookout);
        isWatched = false;
        lookout.interrupt();
        lookout.join(TimeUnit.MINUTES.toMillis(1));
        assertFalse(lookout.isAlive());
    }

    @Test
    void areNeitherLostNorDoneTwiceByThreadsThatAreInterrupted() throws InterruptedException {
        watch();
        for (int i = 0; i < 8; i++) {
            begin("worker " + i);
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
                threads.get(random.nextInt(threads.size())).interrupt();
            }
        }

        assertTrue(all.await(1, TimeUnit.MINUTES), () -> all.getCount() + " are left");
        assertEquals(MANY, sum.get());
    }

    private void begin(String name) throws InterruptedException {
        int idle = queue.idle();
        Thread thread = new Thread(this::work, name);
        threads.add(thread);
        thread.start();
        awaitIdle(idle + 1);
    }

    private void assertThatATaskIsDoneWhileOthersTakeLong() throws InterruptedException {
        for (int i = 0; i < 3 * FEW; i++) {
            begin("worker " + i);
        }
        CountDownLatch end = new CountDownLatch(1);
        occupy(3 * FEW - 1, end);

        queue.offer(() -> done.add(Thread.currentThread().getName()));

        assertEquals("worker 0", done.poll(1, TimeUnit.MINUTES));
        end.countDown();
    }

    /* So many threads are at a task until the end. */
    private void occupy(int threadCount, CountDownLatch end) throws InterruptedException {
        int idle = queue.idle();
        CountDownLatch begun = new CountDownLatch(threadCount);
        for (int i = 0; i < threadCount; i++) {
            queue.offer(() -> {
                begun.countDown();
                Waiting.quietly(end);
            });
        }
        assertTrue(begun.await(1, TimeUnit.MINUTES), () -> begun.getCount() + " have not begun");
        awaitIdle(idle - threadCount);
    }

    private Thread watch() {
        Thread lookout = new Thread(this::lookOut, "lookout");
        threads.add(lookout);
        lookout.start();
        return lookout;
    }

    private void lookOut() {
        while (isWatched && !over) {
            try {
                queue.watch();
            } catch (InterruptedException interrupted) {
                Thread.onSpinWait();
            }
        }
    }

    /* An interrupt is nothing to a thread of the server's, until the test is over. */
    private void work() {
        while (true) {
            try {
                queue.take().run();
            } catch (InterruptedException interrupted) {
                if (over) {
                    return;
                }
            }
        }
    }

    private static void awaitSleep(Thread lookout) {
        Waiting.until(() -> lookout.getState() == Thread.State.WAITING, () -> "still " + lookout.getState());
    }

    private void awaitIdle(int threadCount) {
        Waiting.until(() -> queue.idle() == threadCount, () -> queue.idle() + " are idle");
    }
}

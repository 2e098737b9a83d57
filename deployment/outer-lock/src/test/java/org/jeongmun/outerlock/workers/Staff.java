package org.jeongmun.outerlock.workers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Threads that do the tasks of a queue, as those of the server do, until its end. */
final class Staff {
    private final LastIdleFirst queue;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;
    private volatile boolean isWatched;

    Staff(LastIdleFirst queue) {
        this.queue = queue;
    }

    /** Has one more thread, which is idle last. */
    void begin(String name) throws InterruptedException {
        int idle = queue.idle();
        begin(name, this::work);
        awaitIdle(idle + 1);
    }

    private Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        threads.add(thread);
        thread.start();
        return thread;
    }

    /** Has a lookout. */
    Thread watch() {
        isWatched = true;
        return begin("lookout", this::lookOut);
    }

    /** Has had a lookout that watched until it slept, which is long after it has forgotten who was at work. */
    void forgetWhoIsAtWork() throws InterruptedException {
        Thread lookout = watch();
        awaitWaiting(lookout);
        isWatched = false;
        lookout.interrupt();
        lookout.join(TimeUnit.MINUTES.toMillis(1));
        assertFalse(lookout.isAlive());
    }

    /** Has so many threads at a task until its end. */
    void occupy(int threadCount, CountDownLatch end, Consumer<CountDownLatch> task) throws InterruptedException {
        int idle = queue.idle();
        CountDownLatch begun = new CountDownLatch(threadCount);
        for (int i = 0; i < threadCount; i++) {
            queue.offer(() -> {
                begun.countDown();
                task.accept(end);
            });
        }
        assertTrue(begun.await(1, TimeUnit.MINUTES), () -> begun.getCount() + " have not begun");
        awaitIdle(idle - threadCount);
    }

    void awaitIdle(int threadCount) {
        Waiting.until(() -> queue.idle() == threadCount, () -> queue.idle() + " are idle");
    }

    /** An idle one waits for so many nanoseconds, which is another state. */
    static void awaitWaiting(Thread thread) {
        Waiting.until(() -> thread.getState() == Thread.State.WAITING, () -> "still " + thread.getState());
    }

    Thread named(String name) {
        return threads.stream()
                .filter(thread -> thread.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    /** The lookout as well. */
    void interruptAny(SplittableRandom random) {
        threads.get(random.nextInt(threads.size())).interrupt();
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

    /** Ends all of them. */
    void end() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(TimeUnit.MINUTES.toMillis(1));
            assertFalse(thread.isAlive(), thread.getName());
        }
    }
}

package org.jeongmun.outerlock.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jeongmun.outerlock.workers.Crew.Worker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A crew of which two are enough")
class CrewTest {
    private final ReentrantLock lock = new ReentrantLock();
    private final Crew crew = new Crew(2);
    private final Worker one = new Worker(Thread.currentThread(), lock);
    private final Worker two = new Worker(Thread.currentThread(), lock);
    private final Worker three = new Worker(Thread.currentThread(), lock);

    @BeforeEach
    void take() {
        lock.lock();
        crew.rest(one);
        crew.rest(two);
        crew.rest(three);
    }

    @AfterEach
    void giveBack() {
        lock.unlock();
    }

    @Test
    void callsNoThird() {
        assertTrue(crew.call());
        assertTrue(crew.call());
        assertTrue(crew.isEnough());
        assertFalse(crew.call());
        assertEquals(1, crew.idle());
    }

    @Test
    void callsAThirdOnceTheOthersHaveTakenLongerThanTwoTicks() {
        crew.begin(one);
        crew.begin(two);
        crew.tick();
        assertFalse(crew.call());

        crew.tick();

        assertTrue(crew.call());
    }

    @Test
    void countsWhoHasBegunAnewSinceThen() {
        crew.begin(one);
        crew.begin(two);
        crew.tick();
        crew.begin(one);
        crew.begin(two);

        crew.tick();

        assertFalse(crew.call());
    }

    @Test
    void doesNotCountWhoseThreadWaits() throws InterruptedException {
        whileItWaits(thread -> {
            crew.begin(one);
            crew.begin(new Worker(thread, lock));

            assertFalse(crew.isEnough());
        });
    }

    @Test
    void countsWhoseThreadWaitsBeyondABatchOfThemUntilOneOfThoseIsThrough() throws InterruptedException {
        whileItWaits(thread -> {
            Worker first = new Worker(thread, lock);
            crew.begin(first);
            for (int others = 1; others < Crew.MOST_WAITING; others++) {
                crew.begin(new Worker(thread, lock));
                assertFalse(crew.isEnough());
            }
            crew.begin(new Worker(thread, lock));
            crew.begin(new Worker(thread, lock));
            assertTrue(crew.isEnough());

            crew.rest(first);

            assertFalse(crew.isEnough());
        });
    }

    private static void whileItWaits(Consumer<Thread> test) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> Waiting.quietly(end));
        thread.start();
        try {
            Staff.awaitWaiting(thread);
            test.accept(thread);
        } finally {
            end.countDown();
            thread.join();
        }
    }

    @Test
    void countsWhoseThreadWaitsForTheLockAlone() throws InterruptedException {
        Thread thread = new Thread(() -> {
            lock.lock();
            lock.unlock();
        });
        thread.start();
        try {
            Staff.awaitWaiting(thread);
            crew.begin(one);
            crew.begin(new Worker(thread, lock));

            assertTrue(crew.isEnough());
        } finally {
            lock.unlock();
            thread.join();
            lock.lock();
        }
    }

    @Test
    void callsAnotherWhenOneIsThrough() {
        crew.begin(one);
        crew.begin(two);
        crew.rest(two);

        assertTrue(crew.call());
        assertTrue(crew.isEnough());
        assertEquals(1, crew.idle());
    }

    @Test
    void doesNotCountWhoHasLeft() {
        crew.begin(one);
        crew.begin(two);
        crew.leave(one);
        crew.leave(three);

        assertFalse(crew.isEnough());
        assertFalse(crew.call(), "nobody is idle");
    }
}

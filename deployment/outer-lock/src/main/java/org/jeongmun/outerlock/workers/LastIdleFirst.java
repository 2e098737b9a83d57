package org.jeongmun.outerlock.workers;

import java.time.Duration;
import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jeongmun.outerlock.workers.Crew.Worker;

/**
 * Tasks in their order, done by few threads as long as few can do them. Hundreds of threads stand ready for a rush of
 * slow senders; were one woken for each task they would take the processor from each other, each with all that it knew
 * gone from the processor's memory. So a task is left to those at work while they are enough, and goes to the one that
 * became idle last otherwise; who is through while they are enough rests, though tasks lie. Whoever waits for another
 * thread, or is at one task for longer than two {@link #TICK}s, counts no more, and others are called. Safe for many
 * threads.
 */
final class LastIdleFirst extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {
    static final Duration TICK = Duration.ofMillis(2);

    /* After so many ticks without a task the lookout sleeps until one is left lying. */
    private static final int QUIET_TICKS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Crew crew;
    private final ThreadLocal<Worker> self = ThreadLocal.withInitial(() -> new Worker(Thread.currentThread(), lock));
    private boolean asleep;

    /** @param few threads that may be at work together before a task is left to them, at least 1 */
    LastIdleFirst(int few) {
        crew = new Crew(few);
    }

    /** @return how many threads have nothing to do */
    int idle() {
        lock.lock();
        try {
            return crew.idle();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks out for tasks that lie while those at work take long, and calls further threads. Without it they lie until
     * somebody is through.
     *
     * @throws InterruptedException when the thread has been interrupted, which alone ends this
     */
    void watch() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (int quiet = 0; true; quiet = tasks.isEmpty() ? quiet + 1 : 0) {
                asleep = quiet > QUIET_TICKS;
                if (asleep) {
                    left.await();
                } else {
                    awaitTick();
                }
                crew.tick();
                callEnough();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitTick() throws InterruptedException {
        long remaining = TICK.toNanos();
        while (remaining > 0) {
            remaining = left.awaitNanos(remaining);
        }
    }

    @Override
    public boolean offer(Runnable task) {
        lock.lock();
        try {
            tasks.addLast(task);
            if (!crew.call() && asleep) {
                left.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Runnable take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return await(Long.MAX_VALUE);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return await(unit.toNanos(timeout));
        } finally {
            lock.unlock();
        }
    }

    /** With the lock held. @return {@code null} when the time is over */
    private Runnable await(long nanos) throws InterruptedException {
        Worker me = self.get();
        crew.leave(me);
        long remaining = nanos;
        while ((tasks.isEmpty() || crew.isEnough()) && remaining > 0) {
            crew.rest(me);
            try {
                remaining = me.await(remaining);
            } catch (InterruptedException interrupted) {
                passOn(me);
                throw interrupted;
            }
            crew.leave(me);
        }
        if (tasks.isEmpty()) {
            return null;
        }
        crew.begin(me);
        return tasks.pollFirst();
    }

    /** Who was called and cannot come lets the next one know. */
    private void passOn(Worker worker) {
        crew.leave(worker);
        callEnough();
    }

    private void callEnough() {
        for (int lying = tasks.size(); lying > 0 && crew.call(); lying--) {
            // Each is called for one of them.
        }
    }

    @Override
    public Runnable poll() {
        lock.lock();
        try {
            return tasks.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Runnable peek() {
        lock.lock();
        try {
            return tasks.peekFirst();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return tasks.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remove(Object task) {
        lock.lock();
        try {
            return tasks.remove(task);
        } finally {
            lock.unlock();
        }
    }

    /** Of the tasks as they are now. */
    @Override
    public Iterator<Runnable> iterator() {
        lock.lock();
        try {
            return List.copyOf(tasks).iterator();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void put(Runnable task) {
        offer(task);
    }

    @Override
    public boolean offer(Runnable task, long timeout, TimeUnit unit) {
        return offer(task);
    }

    @Override
    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int drainTo(Collection<? super Runnable> to) {
        return drainTo(to, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super Runnable> to, int most) {
        lock.lock();
        try {
            int moved = 0;
            while (moved < most && !tasks.isEmpty()) {
                to.add(tasks.pollFirst());
                moved++;
            }
            return moved;
        } finally {
            lock.unlock();
        }
    }
}

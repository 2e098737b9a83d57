package org.jeongmun.outerlock.workers;

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

/**
 * Tasks in their order, each for the thread that became idle last. Hundreds of threads stand ready for a rush of slow
 * senders; taken in turn, as the queues of the platform do it, each would wake with all that it knew gone from the
 * processor's memory. So few work as long as few can do it. Safe for many threads.
 */
final class LastIdleFirst extends AbstractQueue<Runnable> implements BlockingQueue<Runnable> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Idle> idle = new ArrayDeque<>();

    /* A thread that has nothing to do. */
    private static final class Idle {
        private final Condition condition;
        private boolean called;

        Idle(Condition condition) {
            this.condition = condition;
        }
    }

    /** @return how many threads have nothing to do */
    int idle() {
        lock.lock();
        try {
            return idle.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean offer(Runnable task) {
        lock.lock();
        try {
            tasks.addLast(task);
            callOne();
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
        long left = nanos;
        while (tasks.isEmpty() && left > 0) {
            Idle self = new Idle(lock.newCondition());
            idle.addFirst(self);
            try {
                left = self.condition.awaitNanos(left);
            } catch (InterruptedException interrupted) {
                passOn(self);
                throw interrupted;
            }
            if (!self.called) {
                idle.remove(self);
            }
        }
        return tasks.pollFirst();
    }

    /** Who was called and cannot come lets the next one know. */
    private void passOn(Idle self) {
        if (!self.called) {
            idle.remove(self);
            return;
        }
        callOne();
    }

    private void callOne() {
        Idle last = idle.pollFirst();
        if (last != null) {
            last.called = true;
            last.condition.signal();
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

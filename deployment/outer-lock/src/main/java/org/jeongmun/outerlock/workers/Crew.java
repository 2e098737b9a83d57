package org.jeongmun.outerlock.workers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who has nothing to do, and who is at work: from the moment at which it is called until it looks for the next task, or
 * is seen to wait for another thread when they are counted, or for two ticks at most. Whoever is at one task for longer
 * is taken for one that waits as well, for a sender or the database, and leaves the processors to others. Those who are
 * seen to wait are never more than a batch: a crowd that comes at once stays where it stands in order, and does not
 * wait further in for the same few processors. Every use of it is under the lock of its workers.
 */
final class Crew {
    /** A little more than book in one transaction, and far fewer than may be inside the portal. */
    static final int MOST_WAITING = 64;

    private final int few;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Deque<Worker> atWork = new ArrayDeque<>();
    private int waiting;
    private long tick;

    /** A thread that takes tasks. */
    static final class Worker {
        private final Thread thread;
        private final ReentrantLock lock;
        private final Condition condition;
        private boolean isIdle;
        private boolean isSeenToWait;
        private long since;

        /** @param lock which everybody holds who uses its crew */
        Worker(Thread thread, ReentrantLock lock) {
            this.thread = thread;
            this.lock = lock;
            this.condition = lock.newCondition();
        }

        /**
         * @return whether it waits for another thread; who waits for the lock is about to begin or to rest, and does
         *     not
         */
        private boolean waits() {
            return switch (thread.getState()) {
                case BLOCKED, WAITING, TIMED_WAITING -> !lock.hasQueuedThread(thread);
                default -> false;
            };
        }

        /** Waits to be called, at most so many nanoseconds. @return how many are left */
        long await(long nanos) throws InterruptedException {
            return condition.awaitNanos(nanos);
        }
    }

    /** @param few that may be at work together before a task is left to them, at least 1 */
    Crew(int few) {
        this.few = few;
    }

    int idle() {
        return idle.size();
    }

    /** @return whether as many are at work as have to be */
    boolean isEnough() {
        if (atWork.size() >= few) {
            forgetWhoWaits();
        }
        return atWork.size() >= few;
    }

    private void forgetWhoWaits() {
        for (Iterator<Worker> workers = atWork.iterator(); workers.hasNext() && waiting < MOST_WAITING; ) {
            Worker worker = workers.next();
            if (worker.waits()) {
                worker.isSeenToWait = true;
                waiting++;
                workers.remove();
            }
        }
    }

    /** The worker has nothing to do, and is the first to be called from now on. */
    void rest(Worker worker) {
        leave(worker);
        worker.isIdle = true;
        idle.addFirst(worker);
    }

    /** The worker has a task. */
    void begin(Worker worker) {
        leave(worker);
        worker.since = tick;
        atWork.addLast(worker);
    }

    /** The worker neither waits to be called nor is at work. */
    void leave(Worker worker) {
        if (worker.isIdle) {
            idle.remove(worker);
            worker.isIdle = false;
        }
        if (worker.isSeenToWait) {
            worker.isSeenToWait = false;
            waiting--;
        }
        atWork.remove(worker);
    }

    /** Calls whoever became idle last, unless enough are at work. @return whether somebody was called */
    boolean call() {
        Worker last = isEnough() ? null : idle.pollFirst();
        if (last == null) {
            return false;
        }
        last.isIdle = false;
        begin(last);
        last.condition.signal();
        return true;
    }

    /** A tick is over: who has been at one task since before the last one is at work no more. */
    void tick() {
        tick++;
        while (!atWork.isEmpty() && atWork.peekFirst().since < tick - 1) {
            atWork.removeFirst();
        }
    }
}

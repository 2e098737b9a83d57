package org.jeongmun.lock.reading;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that takes a step, pauses, and takes the next, until it is stopped. It keeps no process alive. */
public final class Poll {
    private static final Logger LOG = System.getLogger(Poll.class.getName());
    private static final long PAUSE_AFTER_BUG = TimeUnit.SECONDS.toNanos(1);

    private final Step step;
    private final Runnable end;
    private final Thread thread;
    private volatile boolean stopped;

    /** What is done each time, always in the same thread. What it throws is a bug, and told to the log. */
    @FunctionalInterface
    public interface Step {
        /** @return how long to pause, in nanoseconds */
        long take();
    }

    /**
     * Makes a poll that has not begun.
     *
     * @param name of the thread
     * @param end what is done last, in the same thread
     */
    public Poll(String name, Step step, Runnable end) {
        this.step = requireNonNull(step, "step");
        this.end = requireNonNull(end, "end");
        this.thread = new Thread(this::run, name);
    }

    /** Takes the first step. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes no further step; the one under way is finished. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /** The same, and waits for the end, but no longer than that. */
    public void stop(Duration within) {
        stop();
        try {
            thread.join(within.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody else does what this thread does: whatever befalls a step, there is a next one. */
    private long pauseAfterStep() {
        try {
            return step.take();
        } catch (RuntimeException | Error bug) {
            report(bug);
            return PAUSE_AFTER_BUG;
        }
    }

    private void report(Throwable bug) {
        try {
            LOG.log(Level.ERROR, "poll.failed thread=" + thread.getName(), bug);
        } catch (RuntimeException | Error nowhereToTell) {
            // As when memory has run out: the next step is taken all the same.
        }
    }

    private void run() {
        while (!stopped) {
            long pause = pauseAfterStep();
            // Whoever is interrupted would never pause again.
            Thread.interrupted();
            LockSupport.parkNanos(pause);
        }
        end.run();
    }
}

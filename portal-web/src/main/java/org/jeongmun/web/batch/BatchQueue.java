package org.jeongmun.web.batch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A queue whose one reader takes along whoever has come while it was busy with those before: a crowd is served many at
 * once, and the reader waits for nobody to come. It has an end, and so has everybody's patience. Safe for many threads.
 *
 * @param <Q> what somebody asks for
 * @param <A> what they are told
 */
public final class BatchQueue<Q, A> implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BatchQueue.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(2_800);
    private static final long IDLE_MILLIS = 500;
    private static final long LONGEST_END_MILLIS = 3_000;

    private final BlockingQueue<Pending<Q, A>> queue;
    private final Bounds bounds;
    private final A tooLate;
    private final Work<Q, A> work;
    private final Thread thread;
    private volatile boolean stopped;

    /** What the reader does, in the queue's own thread. */
    public interface Work<Q, A> {
        /**
         * Serves at least one, in the order in which they came. Whom this does not tell anything is told afterwards
         * that it was too late. What this throws ends nothing.
         */
        void serve(List<Pending<Q, A>> together);

        /** Gives back what was kept from one time to the next; nobody is served after it. */
        default void end() {}
    }

    /**
     * How much there is room for.
     *
     * @param mostQueued how many may wait
     * @param mostTogether how many are served at once, at the most
     * @param patience how long each waits until it is too late
     */
    public record Bounds(int mostQueued, int mostTogether, Duration patience) {
        /** With the patience of somebody who waits for a page. */
        public Bounds(int mostQueued, int mostTogether) {
            this(mostQueued, mostTogether, PATIENCE);
        }
    }

    /**
     * Makes a queue that nobody reads yet.
     *
     * @param name of the thread that reads it
     * @param tooLate what they are told who are not served in time, or not at all
     */
    public BatchQueue(String name, Bounds bounds, A tooLate, Work<Q, A> work) {
        this.queue = new ArrayBlockingQueue<>(bounds.mostQueued());
        this.bounds = bounds;
        this.tooLate = tooLate;
        this.work = work;
        this.thread = new Thread(this::read, name);
    }

    /** Begins to serve, in a thread that keeps no process alive. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** @return what they wait for; already too late where the queue is full or closed */
    public Pending<Q, A> put(Q request) {
        Pending<Q, A> pending = new Pending<>(request, tooLate, bounds.patience());
        // The queue may be closed between the two.
        if (stopped || !queue.offer(pending) || (stopped && queue.remove(pending))) {
            pending.leave();
        }
        return pending;
    }

    /** Nobody else reads the queue: whatever befalls this, it goes on. */
    private void read() {
        while (!stopped) {
            try {
                serveWhoHasCome();
            } catch (InterruptedException ended) {
                stopped = true;
            } catch (RuntimeException | Error bug) {
                report(bug);
            }
        }
        queue.forEach(Pending::leave);
        work.end();
    }

    private void serveWhoHasCome() throws InterruptedException {
        Pending<Q, A> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Pending<Q, A>> together = new ArrayList<>(bounds.mostTogether());
        together.add(first);
        queue.drainTo(together, bounds.mostTogether() - 1);
        try {
            work.serve(List.copyOf(together));
        } finally {
            together.forEach(Pending::leave);
        }
    }

    /** The message is left out: it can repeat what somebody asked for. */
    private void report(Throwable bug) {
        try {
            LOG.log(Level.ERROR, "batch.failed queue={0} reason={1}", thread.getName(), bug.getClass());
        } catch (RuntimeException | Error nowhereToTell) {
            // As when memory has run out: those who come next are served all the same.
        }
    }

    /** Serves nobody any more; returns when those under way have been served, after three seconds in any case. */
    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

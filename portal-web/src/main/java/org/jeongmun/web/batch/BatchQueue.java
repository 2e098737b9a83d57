package org.jeongmun.web.batch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A queue whose one reader takes along whoever has come while it was busy with those before: a crowd is served many at
 * once, and the reader waits for nobody to come. It has an end. Safe for many threads.
 *
 * @param <R> what somebody asks for
 */
public final class BatchQueue<R> implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BatchQueue.class.getName());
    private static final long IDLE_MILLIS = 500;
    private static final long LONGEST_END_MILLIS = 3_000;

    private final BlockingQueue<R> queue;
    private final int mostTogether;
    private final Work<R> work;
    private final Thread thread;
    private volatile boolean stopped;

    /** What the reader does, in the queue's own thread. */
    public interface Work<R> {
        /** Serves at least one, in the order in which they came. What this throws ends nothing. */
        void serve(List<R> together);

        /** Takes leave of each that was handed to {@link #serve}, and of whoever never will be. */
        void leave(R request);

        /** Gives back what was kept from one time to the next; nobody is served after it. */
        default void end() {}
    }

    /**
     * Makes a queue that nobody reads yet.
     *
     * @param name of the thread that reads it
     * @param mostQueued how many may wait in it
     * @param mostTogether how many are served at once, at the most
     */
    public BatchQueue(String name, int mostQueued, int mostTogether, Work<R> work) {
        this.queue = new ArrayBlockingQueue<>(mostQueued);
        this.mostTogether = mostTogether;
        this.work = work;
        this.thread = new Thread(this::read, name);
    }

    /** Begins to serve, in a thread that keeps no process alive. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** @return whether it will be served or left; not where the queue is full or closed */
    public boolean offer(R request) {
        if (stopped || !queue.offer(request)) {
            return false;
        }
        // The queue may have been closed between the two.
        return !stopped || !queue.remove(request);
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
        queue.forEach(work::leave);
        work.end();
    }

    private void serveWhoHasCome() throws InterruptedException {
        R first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<R> together = new ArrayList<>(mostTogether);
        together.add(first);
        queue.drainTo(together, mostTogether - 1);
        try {
            work.serve(List.copyOf(together));
        } finally {
            together.forEach(work::leave);
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

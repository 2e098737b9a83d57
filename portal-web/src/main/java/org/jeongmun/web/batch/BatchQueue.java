package org.jeongmun.web.batch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A queue whose one reader takes along whoever has come while it was busy with those before: a crowd is served many at
 * once, and somebody alone does not wait for others. Where several came together the last time, more are likely to come
 * within a moment, which is cheaper than another round for them. It has an end. Safe for many threads.
 *
 * @param <R> what somebody asks for
 */
public final class BatchQueue<R> implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BatchQueue.class.getName());
    private static final long IDLE_MILLIS = 500;
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long LONGEST_END_MILLIS = 3_000;

    private final BlockingQueue<R> queue;
    private final int mostTogether;
    private final Consumer<List<R>> serve;
    private final Consumer<R> leave;
    private final Thread thread;
    private volatile boolean stopped;

    /**
     * Makes a queue that nobody reads yet.
     *
     * @param name of the thread that reads it
     * @param mostQueued how many may wait in it
     * @param mostTogether how many are served at once, at the most
     * @param serve called with at least one, in the order in which they came, by the queue's own thread alone; what it
     *     throws ends nothing
     * @param leave called with each once it has been served, and with whoever never will be
     */
    public BatchQueue(String name, int mostQueued, int mostTogether, Consumer<List<R>> serve, Consumer<R> leave) {
        this.queue = new ArrayBlockingQueue<>(mostQueued);
        this.mostTogether = mostTogether;
        this.serve = serve;
        this.leave = leave;
        this.thread = new Thread(this::read, name);
    }

    /** Begins to serve, in a thread that keeps no process alive. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** @return whether it will be served or left; not where the queue is full or has ended */
    public boolean offer(R request) {
        return !stopped && queue.offer(request);
    }

    private void read() {
        List<R> together = new ArrayList<>(mostTogether);
        boolean crowded = false;
        while (!stopped) {
            try {
                R first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    if (crowded) {
                        LockSupport.parkNanos(MOMENT_NANOS);
                    }
                    together.add(first);
                    queue.drainTo(together, mostTogether - 1);
                    crowded = together.size() > 1;
                    serve.accept(List.copyOf(together));
                }
            } catch (InterruptedException ended) {
                stopped = true;
            } catch (RuntimeException | Error bug) {
                // The message is left out: it can repeat what somebody asked for.
                LOG.log(Level.ERROR, "batch.failed queue={0} reason={1}", thread.getName(), bug.getClass());
            } finally {
                together.forEach(leave);
                together.clear();
            }
        }
        queue.forEach(leave);
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

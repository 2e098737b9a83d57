package org.jeongmun.pluginhost;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Stands in for the container's guard: daemon threads and a short limit, and no interrupt, as if nobody heeded it. Only
 * a call that rests is late: one that works all the while is slow because the machine is.
 */
final class PoolGuard implements Guard, AutoCloseable {
    private static final long ONE_MORE_LOOK_MILLIS = 20;

    private final Duration limit;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "guarded"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "guard"));

    PoolGuard(Duration limit) {
        this.limit = limit;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public <T> CompletionStage<T> verdict(Supplier<T> call) {
        AtomicReference<Thread> worker = new AtomicReference<>();
        CompletableFuture<T> result = CompletableFuture.supplyAsync(
                () -> {
                    worker.set(Thread.currentThread());
                    return call.get();
                },
                threads);
        endWhenLate(result, worker, limit.toMillis());
        return result;
    }

    private void endWhenLate(CompletableFuture<?> result, AtomicReference<Thread> worker, long afterMillis) {
        clock.schedule(
                () -> {
                    Thread thread = worker.get();
                    if (thread != null && thread.getState() == Thread.State.TIMED_WAITING) {
                        result.completeExceptionally(new TimeoutException());
                    } else if (!result.isDone()) {
                        endWhenLate(result, worker, ONE_MORE_LOOK_MILLIS);
                    }
                },
                afterMillis,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public <T> CompletionStage<T> lookup(Supplier<T> call) {
        return verdict(call);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        clock.shutdownNow();
    }
}

package org.jeongmun.pluginhost;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Stands in for the container's guard: daemon threads and a short limit, and no interrupt, as if nobody heeded it. */
final class PoolGuard implements Guard, AutoCloseable {
    private final Duration limit;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "guarded");
        thread.setDaemon(true);
        return thread;
    });

    PoolGuard(Duration limit) {
        this.limit = limit;
    }

    @Override
    public <T> CompletionStage<T> verdict(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, threads).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public <T> CompletionStage<T> lookup(Supplier<T> call) {
        return verdict(call);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

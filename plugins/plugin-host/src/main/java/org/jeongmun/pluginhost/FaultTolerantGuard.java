package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The container's limits around all plugins together. They are asynchronous because a synchronous time limit can only
 * interrupt the request's own thread, and a plugin that does not heed it would keep it. The container counts per
 * method, not per plugin; {@link Lane} keeps one plugin from using up what the others need. The limits leave room for
 * the first call after a start, which loads classes.
 */
@ApplicationScoped
class FaultTolerantGuard implements Guard {
    private static final int LANES_IN_FULL_USE = 4;
    /**
     * Each call takes one of the server's threads for this from its start, also while it waits for a place, and there
     * are 200 of them. Both kinds of calls together stay below, or hanging look-ups would leave eligibility none.
     */
    private static final int WAITING = 32;

    @Override
    @Asynchronous
    @Timeout(1_000)
    @Bulkhead(value = LANES_IN_FULL_USE * Lane.PLACES, waitingTaskQueue = WAITING)
    @CircuitBreaker(failOn = TimeoutException.class, requestVolumeThreshold = 200, failureRatio = 0.5, delay = 2_000)
    public <T> CompletionStage<T> verdict(Supplier<T> call) {
        return CompletableFuture.completedStage(call.get());
    }

    @Override
    @Asynchronous
    @Timeout(2_000)
    @Bulkhead(value = LANES_IN_FULL_USE * Lane.PLACES, waitingTaskQueue = WAITING)
    @CircuitBreaker(failOn = TimeoutException.class, requestVolumeThreshold = 200, failureRatio = 0.5, delay = 2_000)
    public <T> CompletionStage<T> lookup(Supplier<T> call) {
        return CompletableFuture.completedStage(call.get());
    }
}

package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jeongmun.spi.PluginId;

/**
 * Starts guarded calls and waits for them; whatever goes wrong becomes a {@link PluginOutcome}. Nothing that a plugin
 * does comes out of here as an exception. Safe for many threads.
 */
final class GuardedCalls {
    /** The guard gives up earlier; this is for a guard that itself gets no thread. */
    private static final Duration LAST_RESORT = Duration.ofSeconds(3);

    private final LongSupplier nanoTime;
    private final Map<PluginId, Lane> lanes = new ConcurrentHashMap<>();
    private final FailureLog log;
    private volatile RememberingLoader loader;

    GuardedCalls(LongSupplier nanoTime, FailureLog log) {
        this.nanoTime = requireNonNull(nanoTime, "nanoTime");
        this.log = requireNonNull(log, "log");
    }

    /** What a call came to: a result, or the reason why there is none. Exactly one of both is {@code null}. */
    record Result<T>(T value, PluginOutcome failure) {}

    /** A call under way. */
    interface Pending<T> {
        Result<T> await();
    }

    /** How a guard runs a call. */
    interface Runner {
        <T> CompletionStage<T> run(Supplier<T> call);
    }

    /** Starts a call without waiting for it, so that several plugins can be asked at once. */
    <T> Pending<T> start(PluginId plugin, Runner guard, Supplier<T> call) {
        Lane lane = lanes.computeIfAbsent(plugin, id -> new Lane(nanoTime));
        if (!lane.mayAsk()) {
            return () -> new Result<>(null, PluginOutcome.BUSY);
        }
        try {
            CompletionStage<Result<T>> stage = handOver(guard, () -> inLane(lane, plugin, call));
            return () -> await(lane, plugin, stage);
        } catch (RuntimeException e) {
            return () -> failed(lane, plugin, e);
        }
    }

    private <T> CompletionStage<T> handOver(Runner guard, Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(remembering(before));
        try {
            return guard.run(call);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The application has one loader, so this is made once; two threads that come first make two, which does no harm. */
    private ClassLoader remembering(ClassLoader parent) {
        RememberingLoader known = loader;
        if (known == null || known.getParent() != parent) {
            known = new RememberingLoader(parent);
            loader = known;
        }
        return known;
    }

    private <T> Result<T> inLane(Lane lane, PluginId plugin, Supplier<T> call) {
        try (Lane.Place place = lane.take()) {
            if (place == null) {
                return new Result<>(null, PluginOutcome.BUSY);
            }
            T value = call.get();
            return value == null ? new Result<>(null, PluginOutcome.NOTHING) : new Result<>(value, null);
        } catch (Throwable e) { // an Error out of a plugin, such as an endless recursion, is the plugin's as well
            log.tell(plugin, PluginOutcome.THREW, e);
            return new Result<>(null, PluginOutcome.THREW);
        }
    }

    private <T> Result<T> await(Lane lane, PluginId plugin, CompletionStage<Result<T>> stage) {
        try {
            Result<T> result = stage.toCompletableFuture().get(LAST_RESORT.toMillis(), TimeUnit.MILLISECONDS);
            if (result.failure() != PluginOutcome.BUSY) {
                lane.cameInTime();
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result<>(null, PluginOutcome.LATE);
        } catch (ExecutionException e) {
            return failed(lane, plugin, e.getCause());
        } catch (TimeoutException | RuntimeException e) {
            return failed(lane, plugin, e);
        }
    }

    private <T> Result<T> failed(Lane lane, PluginId plugin, Throwable cause) {
        PluginOutcome outcome = isLate(cause) ? PluginOutcome.LATE : PluginOutcome.BUSY;
        if (outcome == PluginOutcome.LATE) {
            lane.cameLate();
        }
        log.tell(plugin, outcome, cause);
        return new Result<>(null, outcome);
    }

    private static boolean isLate(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
    }
}

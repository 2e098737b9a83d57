package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jeongmun.spi.PluginId;

/**
 * Starts guarded calls and waits for them, or goes on when they are over; whatever goes wrong becomes a {@link
 * PluginOutcome}. Nothing that a plugin does comes out of here as an exception. Safe for many threads.
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

    /** A call under way; one of its methods is to be called, once. */
    interface Pending<T> {
        /** Waits for the result. */
        Result<T> await();

        /** Goes on with the result when it is there, on whichever thread that is; nobody waits. */
        void then(Consumer<Result<T>> next);

        /** @return a call that was over before it began */
        static <T> Pending<T> failedAlready(PluginOutcome failure) {
            return new Pending<>() {
                @Override
                public Result<T> await() {
                    return new Result<>(null, failure);
                }

                @Override
                public void then(Consumer<Result<T>> next) {
                    next.accept(await());
                }
            };
        }
    }

    /** How a guard runs a call. */
    interface Runner {
        <T> CompletionStage<T> run(Supplier<T> call);
    }

    /** Starts a call without waiting for it, so that several plugins can be asked at once. */
    <T> Pending<T> start(PluginId plugin, Runner guard, Supplier<T> call) {
        Lane lane = lanes.computeIfAbsent(plugin, id -> new Lane(nanoTime));
        if (!lane.mayAsk()) {
            return Pending.failedAlready(PluginOutcome.BUSY);
        }
        try {
            return new Started<>(lane, plugin, handOver(guard, () -> inLane(lane, plugin, call)));
        } catch (RuntimeException e) {
            Result<T> refused = failed(lane, plugin, e);
            return Pending.failedAlready(refused.failure());
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

    /**
     * The application has one loader, so this is made once; two threads that come first make two, which does no harm.
     */
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

    /** A call that its guard has taken. */
    private final class Started<T> implements Pending<T> {
        private final Lane lane;
        private final PluginId plugin;
        private final CompletableFuture<Result<T>> result;

        private Started(Lane lane, PluginId plugin, CompletionStage<Result<T>> stage) {
            this.lane = lane;
            this.plugin = plugin;
            this.result = stage.toCompletableFuture();
        }

        @Override
        public Result<T> await() {
            try {
                return came(result.get(LAST_RESORT.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Result<>(null, PluginOutcome.LATE);
            } catch (ExecutionException e) {
                return failed(lane, plugin, e.getCause());
            } catch (TimeoutException | RuntimeException e) {
                return failed(lane, plugin, e);
            }
        }

        @Override
        public void then(Consumer<Result<T>> next) {
            result.copy()
                    .orTimeout(LAST_RESORT.toMillis(), TimeUnit.MILLISECONDS)
                    .<Result<T>>handle(
                            (value, failure) -> failure == null ? came(value) : failed(lane, plugin, cause(failure)))
                    .thenAccept(next);
        }

        private Result<T> came(Result<T> value) {
            if (value.failure() != PluginOutcome.BUSY) {
                lane.cameInTime();
            }
            return value;
        }

        private Throwable cause(Throwable failure) {
            return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failure;
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

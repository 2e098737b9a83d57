package org.jeongmun.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jeongmun.pluginhost.LimitsOfATest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Runs in the server, on the limits alone: what the portal keeps in front of them would otherwise hide that one of them
 * is gone. The breaker is tried where eligibility is asked and the bulkhead where a look-up is, each with a count of
 * its own.
 */
@ArquillianTest
@DisplayName("The container's limits around plugin calls")
class ContainerLimitsIT {
    private static final int AT_ONCE = 64;
    private static final int WAITING = 32;
    private static final int TOO_MANY = 4;
    private static final int BREAKERS_MEMORY = 200;

    @Inject
    private LimitsOfATest limits;

    @Deployment
    static WebArchive portal() throws SQLException {
        return TestWar.whileOpen(ContainerLimitsIT.class);
    }

    @Test
    void cutAVerdictThatHangs() {
        assertIsCut(limits::verdict);
        awaitAnswer(limits::verdict);
    }

    @Test
    void cutALookupThatHangs() {
        assertIsCut(limits::lookup);
    }

    @Test
    void openTheBreakerAfterManyLateVerdictsAndShutItAgain() {
        awaitAnswer(limits::verdict);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        try {
            for (int late = 0; late < BREAKERS_MEMORY; late += AT_ONCE) {
                // A call is given up before its thread has come back: the next crowd needs the place.
                Awaitility.await("room for the next crowd")
                        .atMost(Duration.ofSeconds(60))
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> inside.get() == 0);
                List<CompletionStage<String>> crowd = Stream.generate(() -> limits.verdict(lateBy(end, inside)))
                        .limit(AT_ONCE)
                        .toList();
                crowd.forEach(each -> assertInstanceOf(TimeoutException.class, failureOf(each)));
            }
        } finally {
            end.countDown();
        }
        AtomicInteger asked = new AtomicInteger();
        assertInstanceOf(CircuitBreakerOpenException.class, failureOf(() -> limits.verdict(asked::incrementAndGet)));
        assertEquals(0, asked.get(), "nobody was asked while it rests");
        awaitAnswer(limits::verdict);
    }

    @Test
    void leaveRoomForVerdictsWhileLookupsUseUpAllTheirs() {
        awaitAnswer(limits::verdict);
        awaitAnswer(limits::lookup);
        CountDownLatch end = new CountDownLatch(1);
        try {
            Stream.generate(() -> limits.lookup(hanging(end)))
                    .limit(AT_ONCE + WAITING)
                    .forEach(each -> assertFalse(each.toCompletableFuture().isDone()));
            assertEquals("answered", answerOf(limits.verdict(() -> "answered")));
        } finally {
            end.countDown();
        }
        awaitAnswer(limits::lookup);
    }

    @Test
    void holdSoManyAtOnceLetSoManyWaitAndTurnTheRestAway() {
        awaitAnswer(limits::lookup);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try {
            List<CompletionStage<String>> asked = Stream.generate(() -> limits.lookup(() -> {
                        running.incrementAndGet();
                        return hanging(end).get();
                    }))
                    .limit(AT_ONCE + WAITING + TOO_MANY)
                    .toList();
            // Which of them come too late is for their threads to find out; how many is not.
            Awaitility.await("so many to run and the rest to be refused")
                    .atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> running.get() >= AT_ONCE && refused(asked) >= TOO_MANY);
            assertEquals(AT_ONCE, running.get(), "ran at once");
            assertEquals(TOO_MANY, refused(asked), "were turned away");
        } finally {
            end.countDown();
        }
    }

    private static long refused(List<CompletionStage<String>> asked) {
        return asked.stream().filter(ContainerLimitsIT::isRefused).count();
    }

    private static boolean isRefused(CompletionStage<?> stage) {
        return stage.toCompletableFuture().isCompletedExceptionally() && failureOf(stage) instanceof BulkheadException;
    }

    private static void assertIsCut(Function<Supplier<String>, CompletionStage<String>> limit) {
        CountDownLatch end = new CountDownLatch(1);
        try {
            assertInstanceOf(TimeoutException.class, failureOf(limit.apply(hanging(end))));
        } finally {
            end.countDown();
        }
    }

    private static void awaitAnswer(Function<Supplier<String>, CompletionStage<String>> limit) {
        Awaitility.await("an answer")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> "answered".equals(answerOf(limit.apply(() -> "answered"))));
    }

    /** Waits for the end, whoever interrupts it. */
    private static Supplier<String> hanging(CountDownLatch end) {
        return () -> {
            boolean ended = false;
            while (!ended) {
                try {
                    end.await();
                    ended = true;
                } catch (InterruptedException ignored) {
                    // Just like a plugin that does not care.
                }
            }
            return "answered";
        };
    }

    /** Late, but heeds the interrupt, so that its place is free for the next. */
    private static Supplier<String> lateBy(CountDownLatch end, AtomicInteger inside) {
        return () -> {
            inside.incrementAndGet();
            try {
                end.await();
                return "answered";
            } catch (InterruptedException cut) {
                Thread.currentThread().interrupt();
                return "cut";
            } finally {
                inside.decrementAndGet();
            }
        };
    }

    private static Throwable failureOf(Supplier<CompletionStage<?>> call) {
        try {
            return failureOf(call.get());
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    private static Throwable failureOf(CompletionStage<?> stage) {
        try {
            throw new AssertionError("answered: " + stage.toCompletableFuture().get(60, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (InterruptedException | java.util.concurrent.TimeoutException none) {
            throw new AssertionError("neither answered nor cut", none);
        }
    }

    private static <T> T answerOf(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | java.util.concurrent.TimeoutException none) {
            throw new IllegalStateException("no answer", none);
        }
    }
}

package org.jeongmun.web.batch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jeongmun.web.load.Hands;

/**
 * What somebody has asked a {@link BatchQueue} for, and waits for. They are told once; when their patience has ended,
 * that it was too late. Safe for many threads.
 *
 * @param <Q> what they ask for
 * @param <A> what they are told
 */
public final class Pending<Q, A> {
    private final Q request;
    private final A tooLate;
    private final long untilNanos;
    private final CompletableFuture<A> answer = new CompletableFuture<>();

    /** @param tooLate what they are told who are not served in time, or not at all */
    Pending(Q request, A tooLate, Duration patience) {
        this.request = request;
        this.tooLate = tooLate;
        this.untilNanos = System.nanoTime() + patience.toNanos();
    }

    /** @return what was asked for */
    public Q request() {
        return request;
    }

    /** @return how long they wait still; negative once their patience has ended */
    public long leftNanos() {
        return untilNanos - System.nanoTime();
    }

    /** @return whether nobody has told them anything yet */
    public boolean isWaiting() {
        return !answer.isDone();
    }

    /** Tells them what came of it, unless they were told something before. */
    public void tell(A said) {
        answer.complete(said);
    }

    /** Tells them that it was too late, unless they were told something before. */
    void leave() {
        answer.complete(tooLate);
    }

    /**
     * Waits, while another request has the hand that works on this thread's, for no longer than their patience.
     *
     * @return what they are told; what comes at the last moment counts
     */
    public A await() {
        if (isWaiting()) {
            Hands.layDown();
            waitForAnswer();
        }
        return answer.join();
    }

    private void waitForAnswer() {
        try {
            answer.get(leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException late) {
            leave();
        } catch (InterruptedException interrupted) {
            leave();
            Thread.currentThread().interrupt();
        }
    }

    /** @return the same for whoever waits for many at once: completed with what they are told */
    public CompletableFuture<A> answer() {
        return answer;
    }
}

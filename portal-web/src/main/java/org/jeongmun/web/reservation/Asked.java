package org.jeongmun.web.reservation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jeongmun.reservation.Reservation;

/** Somebody who waits until what they asked for is stored, or refused, for 2.8 seconds at most. Safe for many threads. */
record Asked(BookingStep step, long untilNanos, CompletableFuture<Optional<Reservation>> answer) {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2_800);

    /** Nothing is begun for whoever will hardly wait for its end: they would be told that it was not done. */
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** @return who asks now */
    static Asked now(BookingStep step) {
        return new Asked(step, System.nanoTime() + PATIENCE_NANOS, new CompletableFuture<>());
    }

    /** @return how long they wait still */
    long leftNanos() {
        return untilNanos - System.nanoTime();
    }

    /** @return how long what is done for them may wait until it is begun */
    long beginsWithinNanos() {
        return leftNanos() - LEAST_NANOS;
    }

    /** @return whether they wait, and for long enough */
    boolean isWorthBeginning() {
        return !answer.isDone() && beginsWithinNanos() > 0;
    }

    /** Tells them what came of it. */
    void tell(Answer said) {
        try {
            answer.complete(said.orThrow());
        } catch (SQLException refused) {
            answer.completeExceptionally(refused);
        }
    }

    /** Tells them that it was not done in time, unless they were told something before. */
    void leave() {
        if (!answer.isDone()) {
            fail(Answer.tooLate());
        }
    }

    /** Tells them that it was not done, unless they were told something before. */
    void fail(SQLException said) {
        answer.completeExceptionally(said);
    }

    /** Waits for what they are told. @return what was changed; empty when nothing was */
    Optional<Reservation> await() throws SQLException {
        try {
            answer.get(leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            fail(Answer.tooLate());
        } catch (InterruptedException interrupted) {
            fail(Answer.tooLate());
            Thread.currentThread().interrupt();
        } catch (ExecutionException said) {
            throw (SQLException) said.getCause();
        }
        try {
            // What came at the last moment counts.
            return answer.join();
        } catch (CompletionException said) {
            throw (SQLException) said.getCause();
        }
    }
}

package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;

/** Reads outcomes, of one request or of many at once. */
final class Outcomes {
    private Outcomes() {}

    static Reservation done(ReservationOutcome outcome) {
        return assertInstanceOf(ReservationOutcome.Done.class, outcome).reservation();
    }

    static RefusalReason reason(ReservationOutcome outcome) {
        return outcome.fold(done -> null, ReservationOutcome.Refused::reason);
    }

    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(Collections.nCopies(times, work));
    }

    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

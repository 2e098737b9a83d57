package org.jeongmun.web.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The hands that work on requests")
@Timeout(60)
class HandsTest {
    private final Hands hands = new Hands(1);
    private final List<Request> requests = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Request request : requests) {
            request.thread.interrupt();
            request.thread.join();
        }
    }

    @Test
    void workOnOneRequestAtATime() throws InterruptedException {
        Request first = request();
        first.begun.await();
        Request second = request();
        second.awaitWaiting();
        assertFalse(second.hasBegun());

        first.next();

        second.begun.await();
    }

    @Test
    void areFreeForOthersWhileTheirRequestWaits() throws InterruptedException {
        Request first = request(Hands::layDown);
        first.begun.await();
        first.next();

        request().begun.await();
    }

    @Test
    void areGivenBackOnceHoweverOftenTheyWereLaidDown() throws InterruptedException {
        Request first = request(Hands::layDown, Hands::layDown);
        first.begun.await();
        first.next();
        first.next();
        Request second = request();
        second.begun.await();
        first.next();
        first.thread.join();
        Request third = request();
        third.awaitWaiting();
        assertFalse(third.hasBegun());

        second.next();

        third.begun.await();
    }

    @Test
    void areWaitedForWhereThereIsMoreToDo() throws InterruptedException {
        Request first = request(Hands::layDown, Hands::takeUp);
        first.begun.await();
        first.next();
        Request second = request();
        second.begun.await();
        first.next();
        first.awaitWaiting();

        second.next();
        second.thread.join();
        first.next();
        first.thread.join();

        request().begun.await();
    }

    @Test
    void areNobodysOutsideOfARequest() {
        Hands.layDown();
        assertTrue(Hands.takeUp());

        Optional<Hands.Hand> taken = hands.take();
        assertTrue(taken.isPresent());
        taken.get().close();
    }

    private Request request(Runnable... steps) {
        Request request = new Request(steps);
        requests.add(request);
        return request;
    }

    /** Takes a hand, then does a step each time it is told to, and gives the hand back when told once more. */
    private final class Request {
        final CountDownLatch begun = new CountDownLatch(1);
        final Thread thread;
        private final List<CountDownLatch> told = new ArrayList<>();
        private int next;

        Request(Runnable... steps) {
            for (int step = 0; step <= steps.length; step++) {
                told.add(new CountDownLatch(1));
            }
            thread = new Thread(() -> live(steps));
            thread.start();
        }

        @SuppressWarnings("try") // the hand is held, whatever is asked of it
        private void live(Runnable... steps) {
            try (Hands.Hand hand = hands.take().orElseThrow()) {
                begun.countDown();
                for (int step = 0; step < steps.length; step++) {
                    told.get(step).await();
                    steps[step].run();
                }
                told.get(steps.length).await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        void next() {
            told.get(next++).countDown();
        }

        boolean hasBegun() {
            return begun.getCount() == 0;
        }

        void awaitWaiting() throws InterruptedException {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("It does not wait.");
                }
                Thread.onSpinWait();
            }
        }
    }
}

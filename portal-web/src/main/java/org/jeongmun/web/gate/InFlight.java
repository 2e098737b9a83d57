package org.jeongmun.web.gate;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are being answered, so that the portal can end without cutting one off. Thread-safe. */
public final class InFlight {
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean draining;

    /** @return to be closed when the request is over, on every way out */
    Permit enter(HttpServletRequest request) {
        count.incrementAndGet();
        return new Permit(request);
    }

    /** @return how many requests are being answered */
    public int count() {
        return count.get();
    }

    /** @return whether the portal is about to end */
    public boolean isDraining() {
        return draining;
    }

    /** From now on only notices and receipts are served; there is no way back. */
    void drain() {
        draining = true;
    }

    /** One request's part of the count; given back once, however often it is closed. */
    final class Permit implements AutoCloseable, AsyncListener {
        private final HttpServletRequest request;
        private final AtomicBoolean given = new AtomicBoolean(true);

        private Permit(HttpServletRequest request) {
            this.request = request;
        }

        /**
         * A request that goes on asynchronously keeps its permit until it completes, which may be in this very moment.
         */
        @Override
        public void close() {
            try {
                if (request.isAsyncStarted()) {
                    request.getAsyncContext().addListener(this);
                }
                if (request.isAsyncStarted()) {
                    return;
                }
            } catch (IllegalStateException completed) {
                // The server has taken the request back.
            }
            giveBack();
        }

        private void giveBack() {
            if (given.compareAndSet(true, false)) {
                count.decrementAndGet();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            giveBack();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            giveBack();
        }

        @Override
        public void onError(AsyncEvent event) {
            giveBack();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}

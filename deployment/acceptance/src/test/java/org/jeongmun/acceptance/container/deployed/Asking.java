package org.jeongmun.acceptance.container.deployed;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A question that one visitor of many asks at the same time as the others. */
public final class Asking<T> {
    private static final long PATIENCE_IN_SECONDS = 60;

    private final FutureTask<T> task;

    /** Asks, on a thread of its own. */
    public Asking(Supplier<T> question) {
        task = new FutureTask<>(question::get);
        Thread visitor = new Thread(task, "visitor");
        visitor.setDaemon(true);
        visitor.start();
    }

    /** @return the answer, when it has come */
    public T answer() {
        try {
            return task.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException | TimeoutException none) {
            throw new AssertionError("There was no answer.", none);
        }
    }
}

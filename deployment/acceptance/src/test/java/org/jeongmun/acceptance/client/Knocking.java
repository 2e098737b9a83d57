package org.jeongmun.acceptance.client;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Somebody who goes from door to door, again and again, while something else happens to the portal. */
public final class Knocking {
    private static final long WHILE_NOBODY_LISTENS_NANOS = 5_000_000;

    private final URI base;
    private final List<String> targets;
    private final AtomicBoolean over = new AtomicBoolean();

    private Knocking(URI base, List<String> targets) {
        this.base = base;
        this.targets = targets;
    }

    /** What was answered at one door. */
    public record Heard(String target, RawResponse answer) {}

    /**
     * Knocks at all of these while {@code other} runs, whether or not anybody listens there yet.
     *
     * @return every answer in its order
     */
    public static List<Heard> during(Runnable other, URI base, List<String> targets) {
        Knocking knocking = new Knocking(base, targets);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<List<Heard>> heard = thread.submit(knocking::untilOver);
            try {
                other.run();
            } finally {
                knocking.over.set(true);
            }
            return heard.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        } finally {
            thread.shutdown();
        }
    }

    private List<Heard> untilOver() {
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; !over.get(); i++) {
            String target = targets.get(i % targets.size());
            try {
                heard.add(new Heard(target, RawRequest.of("GET", target).sendTo(base)));
            } catch (UncheckedIOException failed) {
                if (!(failed.getCause() instanceof ConnectException)) {
                    throw failed;
                }
                LockSupport.parkNanos(WHILE_NOBODY_LISTENS_NANOS);
            }
        }
        return heard;
    }
}

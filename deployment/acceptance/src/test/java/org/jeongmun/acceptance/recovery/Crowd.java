package org.jeongmun.acceptance.recovery;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;

/** People who reserve one after another and write down every code that they were shown: the ledger. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final Set<String> ledger = ConcurrentHashMap.newKeySet();
    private final Queue<Throwable> disappointments = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    private final URI door;

    /** Starts at once. */
    Crowd(URI door) {
        this.door = door;
        Stream.generate(() -> (Runnable) this::reserveOnAndOn).limit(AT_ONCE).forEach(people::execute);
    }

    private void reserveOnAndOn() {
        while (goOn.get()) {
            try {
                ledger.add(new Journey(door, Citizen.invited()).toCode());
            } catch (UncheckedIOException | AssertionError cutOff) {
                // Somebody in the middle of a step when the portal dies: nothing was acknowledged.
                disappointments.add(cutOff);
                if (!goOn.get() || disappointments.size() > 1_000) {
                    return;
                }
            }
        }
    }

    /** @return how many codes were shown so far */
    int acknowledged() {
        return ledger.size();
    }

    /** @return what went wrong for somebody, the first of it */
    List<Throwable> disappointments() {
        return disappointments.stream().limit(3).toList();
    }

    /** Sends everybody home. @return every code that was shown */
    Set<String> ledger() {
        close();
        return Set.copyOf(ledger);
    }

    @Override
    public void close() {
        goOn.set(false);
        people.shutdown();
        try {
            if (!people.awaitTermination(180, TimeUnit.SECONDS)) {
                people.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            people.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

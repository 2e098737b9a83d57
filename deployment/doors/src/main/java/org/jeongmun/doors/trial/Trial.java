package org.jeongmun.doors.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jeongmun.doors.inventory.Door;
import org.jeongmun.doors.inventory.Inventory;
import org.jeongmun.doors.inventory.Listener;
import org.jeongmun.doors.report.Report;
import org.jeongmun.schedule.PortalStatus;

/**
 * Knocks at every door of an inventory, on every listener, in every way, over a few connections. What the portal was is
 * asked before and after each handful of doors; where it has changed meanwhile they are tried again.
 */
public final class Trial {
    private static final int AT_ONCE = 4;
    private static final int HANDFUL = 24;
    private static final int TRIES = 5;

    private final Inventory inventory;
    private final Judge judge;
    private final Watch watch;
    private final long total;
    private final Findings findings = new Findings();

    /** Who is told how far a trial is. */
    @FunctionalInterface
    public interface Watch {
        /** Called after each handful of doors. */
        void reached(long done, long total);
    }

    /** @param watch told of the progress */
    public Trial(Inventory inventory, Watch watch) {
        this.inventory = inventory;
        this.watch = watch;
        judge = new Judge(inventory);
        total = (long) inventory.doors().size() * inventory.listeners().size();
    }

    /**
     * Tries them all.
     *
     * @param subject what the report is called
     * @throws IOException when the portal is not there
     */
    public Report run(String subject) throws IOException {
        long begun = System.nanoTime();
        Listener open = inventory.listeners().stream()
                .filter(listener -> !listener.management())
                .findFirst()
                .orElseThrow(() -> new IOException("the portal has no public listener"));
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Trial::worker);
        try (ScheduleProbe schedule = new ScheduleProbe(open)) {
            long done = 0;
            for (Listener listener : inventory.listeners()) {
                for (int from = 0; from < inventory.doors().size(); from += HANDFUL) {
                    int to = Math.min(inventory.doors().size(), from + HANDFUL);
                    tryHandful(inventory.doors().subList(from, to), listener, schedule, workers);
                    done += to - from;
                    watch.reached(done, total);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            workers.shutdownNow();
        }
        return findings.report(subject, inventory, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void tryHandful(List<Door> doors, Listener listener, ScheduleProbe schedule, ExecutorService workers)
            throws IOException, InterruptedException {
        PortalStatus before = schedule.status();
        for (int attempt = 1; ; attempt++) {
            List<Tried> tried = tried(doors, listener, before, workers);
            PortalStatus after = schedule.status();
            if (after == before || attempt == TRIES) {
                findings.add(before, tried);
                return;
            }
            findings.add(before, List.of());
            before = after;
        }
    }

    private List<Tried> tried(List<Door> doors, Listener listener, PortalStatus status, ExecutorService workers)
            throws IOException, InterruptedException {
        List<Callable<List<Tried>>> parts = new ArrayList<>();
        int size = (doors.size() + AT_ONCE - 1) / AT_ONCE;
        for (int from = 0; from < doors.size(); from += size) {
            List<Door> part = doors.subList(from, Math.min(doors.size(), from + size));
            parts.add(() -> knock(part, listener, status));
        }
        List<Tried> all = new ArrayList<>();
        for (Future<List<Tried>> part : workers.invokeAll(parts)) {
            try {
                all.addAll(part.get());
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException gone ? gone : new IOException(failed.getCause());
            }
        }
        return all;
    }

    private List<Tried> knock(List<Door> doors, Listener listener, PortalStatus status) throws IOException {
        List<Tried> all = new ArrayList<>();
        try (Wire wire = new Wire(listener)) {
            for (Door door : doors) {
                Tried tried = new Tried(door);
                for (Way way : Way.to(door, listener)) {
                    tried.count(way, judge.judge(way, wire.send(way.method(), way.request()), status));
                }
                all.add(tried);
            }
        }
        return all;
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "doors");
        thread.setDaemon(true);
        return thread;
    }
}

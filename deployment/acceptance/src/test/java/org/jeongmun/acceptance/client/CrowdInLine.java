package org.jeongmun.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** Many people with a browser each, on a few threads: they join, they come back and ask to be let in. */
public final class CrowdInLine {
    private static final int AT_ONCE = 12;
    private static final int MOST_BEFORE = 400;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(40);

    private final URI door;
    private final Queue<Journey> inLine = new ConcurrentLinkedQueue<>();
    private final Queue<Entered> entered = new ConcurrentLinkedQueue<>();
    private final Queue<Entered> turnedAway = new ConcurrentLinkedQueue<>();
    private final Queue<Journey> outside = new ConcurrentLinkedQueue<>();
    private double seconds;

    /**
     * What came of asking to be let in.
     *
     * @param number on the ticket
     * @param nowServing as it was said right after for who was let in, right before for who was not
     */
    public record Entered(long number, long nowServing) {}

    /** @param door of the portal */
    public CrowdInLine(URI door) {
        this.door = door;
    }

    /** People join until so many wait in the first line, most of whom never come back. @return one more, behind them */
    public static Journey behind(int waiting, URI door) {
        new CrowdInLine(door).joinUntil(MOST_BEFORE, () -> waitingAt(door) >= waiting);
        Journey last = new Journey(door, Citizen.invited());
        last.checkIn();
        return last;
    }

    private static long waitingAt(URI door) {
        JsonNode line = new Visitor(door).get("/waiting/status.json").json().at("/windows/0");
        return line.path("issued").asLong() - line.path("nowServing").asLong();
    }

    /** People join until there are so many, or it is over. */
    public void joinUntil(int most, BooleanSupplier over) {
        AtomicInteger begun = new AtomicInteger();
        together(() -> {
            while (begun.incrementAndGet() <= most && !over.getAsBoolean()) {
                Journey person = new Journey(door, Citizen.invited());
                person.checkIn();
                if (person.visitor().cookie("jeongmun-ticket").isPresent()) {
                    inLine.add(person);
                }
            }
        });
    }

    /** Everybody asks again and again until so many are in. @return who was let in */
    public List<Entered> enterUntil(int most, LongSupplier nowServing) {
        long began = System.nanoTime();
        outside.addAll(inLine);
        together(() -> {
            while (entered.size() < most && System.nanoTime() - began < MOST_NANOS) {
                Journey person = outside.poll();
                if (person == null) {
                    return;
                }
                ask(person, nowServing);
            }
        });
        seconds = (System.nanoTime() - began) / 1e9;
        return List.copyOf(entered);
    }

    private void ask(Journey person, LongSupplier nowServing) {
        if (person.visitor().get("/reserve/clinic").status() == 200) {
            entered.add(new Entered(person.number(), nowServing.getAsLong()));
            return;
        }
        outside.add(person);
        long before = nowServing.getAsLong();
        String page = person.visitor().get("/waiting").body();
        if (page.contains("앞에 약")) {
            turnedAway.add(new Entered(person.number(), before));
        }
    }

    private static void together(Runnable work) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(threads.submit(work));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return the numbers on all tickets */
    public LongStream numbers() {
        return inLine.stream().mapToLong(Journey::number);
    }

    /** @return who was told to go on waiting */
    public List<Entered> turnedAway() {
        return List.copyOf(turnedAway);
    }

    /** @return how long people were let in */
    public double secondsOfEntering() {
        return seconds;
    }

    /** @return some who are not in */
    public List<Journey> someOutside(int many) {
        return outside.stream().limit(many).toList();
    }

    /** @return one who is not in */
    public Journey lastInLine() {
        return outside.stream().findFirst().orElseThrow();
    }
}

package org.jeongmun.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/**
 * Many people with a browser each, on a few threads: they join, and each comes back when the public counter says that
 * it is their turn, as the script of the waiting page does.
 */
public final class CrowdInLine {
    private static final int AT_ONCE = 12;
    private static final int MOST_BEFORE = 400;
    private static final long COUNTER_IS_GOOD_FOR = Duration.ofMillis(250).toNanos();
    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    private final URI door;
    private final Queue<Journey> inLine = new ConcurrentLinkedQueue<>();
    private final Queue<Entered> entered = new ConcurrentLinkedQueue<>();
    private final Queue<Entered> turnedAway = new ConcurrentLinkedQueue<>();
    private final Queue<Journey> outside = new ConcurrentLinkedQueue<>();
    private final AtomicLong serving = new AtomicLong();
    private volatile long servingAt = System.nanoTime() - COUNTER_IS_GOOD_FOR;

    /**
     * What came of asking to be let in.
     *
     * @param number on the ticket
     * @param nowServing as it was said right after for who was let in, right before for who was not
     * @param nanos when that was, by this machine's monotonic clock
     */
    public record Entered(long number, long nowServing, long nanos) {}

    /** @param door of the portal */
    public CrowdInLine(URI door) {
        this.door = door;
    }

    /** People join until so many wait in the first line, most of whom never come back. @return one more, behind them */
    public static Journey behind(int waiting, URI door) {
        CrowdInLine crowd = new CrowdInLine(door);
        crowd.joinUntil(MOST_BEFORE, () -> crowd.waiting() >= waiting);
        Journey last = new Journey(door, Citizen.invited());
        last.checkIn();
        return last;
    }

    private JsonNode line() {
        return new Visitor(door).get("/waiting/status.json").json().at("/windows/0");
    }

    private long waiting() {
        JsonNode line = line();
        return line.path("issued").asLong() - line.path("nowServing").asLong();
    }

    private long nowServing() {
        return line().path("nowServing").asLong();
    }

    /* One browser in the crowd asks for all of them, as a shared cache would. */
    private long lastKnownServing() {
        if (System.nanoTime() - servingAt > COUNTER_IS_GOOD_FOR) {
            serving.accumulateAndGet(nowServing(), Math::max);
            servingAt = System.nanoTime();
        }
        return serving.get();
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
                    outside.add(person);
                }
            }
        });
    }

    /** So many of those who wait ask to be let in although nobody has called them yet, by what they know. */
    public void impatient(int people) {
        outside.stream().limit(people).forEach(person -> asked(person));
    }

    /**
     * Everybody comes when it is their turn, until it is over or everybody is in.
     *
     * @param placeOf where a number stands
     * @param inside what each does who was let in
     * @return who was let in
     */
    public List<Entered> enterUntil(BooleanSupplier over, LongUnaryOperator placeOf, Consumer<Journey> inside) {
        PriorityBlockingQueue<Journey> byPlace = new PriorityBlockingQueue<>(
                Math.max(1, outside.size()), Comparator.comparingLong(each -> placeOf.applyAsLong(each.number())));
        byPlace.addAll(outside);
        together(() -> {
            while (!over.getAsBoolean()) {
                Journey first = byPlace.poll();
                if (first == null) {
                    return;
                }
                if (placeOf.applyAsLong(first.number()) <= lastKnownServing() && asked(first)) {
                    inside.accept(first);
                } else {
                    byPlace.add(first);
                    LockSupport.parkNanos(BETWEEN_LOOKS);
                }
            }
        });
        return List.copyOf(entered);
    }

    private boolean asked(Journey person) {
        long before = nowServing();
        if (person.visitor().get("/reserve/clinic").status() == 200) {
            outside.remove(person);
            entered.add(new Entered(person.number(), nowServing(), System.nanoTime()));
            return true;
        }
        if (person.visitor().get("/waiting").body().contains("앞에 약")) {
            turnedAway.add(new Entered(person.number(), before, System.nanoTime()));
        }
        return false;
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

    /** @return some who are not in */
    public List<Journey> someOutside(int many) {
        return outside.stream().limit(many).toList();
    }
}

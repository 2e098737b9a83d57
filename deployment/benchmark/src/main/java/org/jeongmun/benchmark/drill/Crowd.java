package org.jeongmun.benchmark.drill;

import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.visit.Visitor;
import org.jeongmun.benchmark.wire.Wire;

/** Visitors who come by a plan, whatever becomes of those before them; or so many at once, each after the last. */
final class Crowd {
    /** Beyond this the portal does not keep up, and more would only measure how long a line can be. */
    private static final int MOST_IN_FLIGHT = 4_000;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LAST_ONES = 20 * SECOND;

    private final MeasuredPortal portal;
    private final Wire wire;
    private final Random chance = new Random(20210714);
    private int number;

    /** @param first the number of the first visitor; nobody comes twice to one database */
    Crowd(MeasuredPortal portal, Wire wire, int first) {
        this.portal = portal;
        this.wire = wire;
        this.number = first;
    }

    /**
     * Visitors come independently of each other, so many a second on average; those who are on their way at the end are
     * waited for.
     *
     * @param atEnd told when the last has come
     */
    void come(double perSecond, Duration span, Tally tally, Runnable atEnd) {
        long end = System.nanoTime() + span.toNanos();
        long next = System.nanoTime();
        while (next < end && tally.inFlight() < MOST_IN_FLIGHT) {
            while (next <= System.nanoTime() && next < end) {
                begin(tally, next);
                next += (long) (-Math.log(1 - chance.nextDouble()) / perSecond * SECOND);
            }
            wire.turn(Math.min(next, end));
        }
        atEnd.run();
        awaitLast(tally);
    }

    /**
     * So many visitors are on their way at any time; the next begins when one has ended.
     *
     * @param atEnd told when the time is over and the last ones are still on their way
     */
    void keep(int atOnce, Duration span, Tally tally, Runnable atEnd) {
        long end = System.nanoTime() + span.toNanos();
        keep(atOnce, () -> System.nanoTime() >= end, tally, atEnd);
    }

    /**
     * The same until something has come about.
     *
     * @param over asked several times a second
     */
    void keep(int atOnce, BooleanSupplier over, Tally tally, Runnable atEnd) {
        while (!over.getAsBoolean()) {
            while (tally.inFlight() < atOnce) {
                begin(tally, System.nanoTime());
            }
            wire.turn(System.nanoTime() + SECOND / 100);
        }
        atEnd.run();
        awaitLast(tally);
    }

    /** So many visitors come in all, and so many of them are on their way at any time. */
    void walk(int count, int atOnce, Tally tally) {
        // Finds out first which connections the portal has closed in the time since.
        wire.turn(System.nanoTime());
        int last = number + count;
        while (number < last || tally.inFlight() > 0) {
            while (number < last && tally.inFlight() < atOnce) {
                begin(tally, System.nanoTime());
            }
            wire.turn(System.nanoTime() + SECOND / 10);
        }
    }

    private void begin(Tally tally, long meant) {
        tally.begins();
        new Visitor(number++, portal.host(), wire, tally, meant).goOn();
    }

    private void awaitLast(Tally tally) {
        long deadline = System.nanoTime() + LAST_ONES;
        while (tally.inFlight() > 0 && System.nanoTime() < deadline) {
            wire.turn(System.nanoTime() + SECOND / 10);
        }
    }
}

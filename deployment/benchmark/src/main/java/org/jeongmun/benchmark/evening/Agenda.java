package org.jeongmun.benchmark.evening;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jeongmun.benchmark.wire.Wire;

/** What is to be done later, between the answers that come in. For one thread. */
public final class Agenda {
    private static final long SECOND = 1_000_000_000;
    private static final long LOOK = SECOND / 4;

    private final Wire wire;
    private final PriorityQueue<Item> items = new PriorityQueue<>(Comparator.comparingLong(Item::at));

    private record Item(long at, Runnable work) {}

    /** @param wire on which answers come in */
    public Agenda(Wire wire) {
        this.wire = wire;
    }

    /** Notes something for a moment of {@link System#nanoTime}. */
    public void at(long nanos, Runnable work) {
        items.add(new Item(nanos, work));
    }

    /** Notes something for so many seconds from now. */
    public void after(double seconds, Runnable work) {
        at(System.nanoTime() + (long) (seconds * SECOND), work);
    }

    /** Notes something for each of these moments, counted from {@code begin}; the next one is noted when one is due. */
    public void each(long begin, long[] moments, LongConsumer work) {
        each(begin, moments, 0, work);
    }

    private void each(long begin, long[] moments, int next, LongConsumer work) {
        if (next < moments.length) {
            at(begin + moments[next], () -> {
                work.accept(begin + moments[next]);
                each(begin, moments, next + 1, work);
            });
        }
    }

    /** Lets things happen until then, or until it is done. */
    public void run(long until, BooleanSupplier done) {
        while (System.nanoTime() < until && !done.getAsBoolean()) {
            while (!items.isEmpty() && items.peek().at() <= System.nanoTime()) {
                items.poll().work().run();
            }
            long look = Math.min(until, System.nanoTime() + LOOK);
            wire.turn(items.isEmpty() ? look : Math.min(look, items.peek().at()));
        }
    }

    /** Forgets what is still to be done. */
    public void clear() {
        items.clear();
    }
}

package org.jeongmun.benchmark.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jeongmun.benchmark.visit.Booker;
import org.jeongmun.benchmark.wire.Wire;

/** A part of the way that many people walk, so many of them at once; the next begins when one has ended. */
final class Errands implements Booker.Watcher {
    private static final long LOOK = Duration.ofMillis(100).toNanos();

    private final Wire wire;
    private final int atOnce;
    private final List<Booker> done = new ArrayList<>();
    private final Map<String, Long> losses = new TreeMap<>();
    private int underWay;

    Errands(Wire wire, int atOnce) {
        this.wire = wire;
        this.atOnce = atOnce;
    }

    /** Until each of these people has ended. @return how long it took, in seconds */
    double all(List<Booker> people, BiConsumer<Booker, Booker.Watcher> part) {
        long begin = System.nanoTime();
        for (Booker person : people) {
            while (underWay >= atOnce) {
                wire.turn(System.nanoTime() + LOOK);
            }
            underWay++;
            part.accept(person, this);
        }
        awaitLast();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** For that long, as many as come to it; the last ones are waited for. @return how long it took, in seconds */
    double keep(Duration span, Supplier<Booker> people, BiConsumer<Booker, Booker.Watcher> part) {
        long begin = System.nanoTime();
        long end = begin + span.toNanos();
        while (System.nanoTime() < end) {
            while (underWay < atOnce) {
                underWay++;
                part.accept(people.get(), this);
            }
            wire.turn(end);
        }
        awaitLast();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void awaitLast() {
        while (underWay > 0) {
            wire.turn(System.nanoTime() + LOOK);
        }
    }

    @Override
    public void done(Booker who) {
        underWay--;
        done.add(who);
    }

    @Override
    public void lost(Booker who, String reason) {
        underWay--;
        losses.merge(reason, 1L, Long::sum);
    }

    /** @return those who have ended as they should, in that order */
    List<Booker> done() {
        return done;
    }

    /** @return how the others have ended, and how many so */
    Map<String, Long> losses() {
        return losses;
    }
}

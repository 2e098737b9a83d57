package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.visit.Booker;
import org.jeongmun.benchmark.visit.FormKey;
import org.jeongmun.benchmark.wire.Wire;

/** People who come as far as the choice of a time, then all take a place, then look at their receipts. */
final class Bookings {
    private static final int FIRST = 1_000_000;
    private static final int GROUP = 200;
    private static final int LOOKS = 3;
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

    private final MeasuredPortal portal;
    private final Wire wire;
    private int atOnce;
    private List<Long> slots = List.of();
    private final Ledger ledger;
    private final FormKey key;
    private List<Booker> people = List.of();
    private Losses losses = new Losses();
    private int next = FIRST;
    private int wish;

    /**
     * Nobody comes yet.
     *
     * @param wire with as many connections as people will ever come at once
     */
    Bookings(MeasuredPortal portal, Wire wire, Ledger ledger) throws IOException {
        this.portal = portal;
        this.wire = wire;
        this.ledger = ledger;
        this.key = FormKey.from(portal.url());
    }

    /**
     * Who comes from now on.
     *
     * @param people how many at once
     * @param wanted slots that they want, one after the other
     */
    void come(int people, List<Long> wanted) {
        atOnce = people;
        slots = List.copyOf(wanted);
    }

    /**
     * Groups of people book for about that long; who is lost then is not spoken of.
     *
     * @return bookings a second of the last
     */
    double warm(Duration span) throws IOException {
        awaitKnown();
        long end = System.nanoTime() + span.toNanos();
        double perSecond;
        do {
            prepare(GROUP);
            long begin = System.nanoTime();
            perSecond = book() / ((System.nanoTime() - begin) / 1e9);
            lookAtReceipts();
        } while (System.nanoTime() < end);
        losses = new Losses();
        return perSecond;
    }

    /** The directory of the portal learns of new slots a moment after they were imported. */
    private void awaitKnown() throws IOException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        Errands errands;
        do {
            errands = new Errands(wire, atOnce);
            errands.all(newcomers(1), (person, told) -> person.arrive(Places.CLINIC, told));
        } while (errands.done().isEmpty() && System.nanoTime() < deadline);
        if (errands.done().isEmpty()) {
            throw new IOException("The portal does not know the clinic that was imported: " + errands.losses());
        }
    }

    /** That many people come as far as the choice of a time. @return how many have got there */
    int prepare(int count) {
        people = newcomers(count);
        walk((person, told) -> person.arrive(Places.CLINIC, told));
        return people.size();
    }

    private List<Booker> newcomers(int count) {
        List<Booker> newcomers = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            newcomers.add(new Booker(next++, portal.host(), wire, key));
        }
        return newcomers;
    }

    /** Each of them takes a place. @return how many did */
    long book() {
        walk((person, told) -> person.book(slots.get(wish++ % slots.size()), told));
        return people.size();
    }

    /**
     * Each of them looks at the receipt, again when there was no answer; the codes go into the ledger.
     *
     * @throws IOException when somebody cannot see a code to a booking that was acknowledged
     */
    void lookAtReceipts() throws IOException {
        List<Booker> left = people;
        Errands errands = new Errands(wire, atOnce);
        for (int look = 0; look < LOOKS && !left.isEmpty(); look++) {
            errands = new Errands(wire, atOnce);
            errands.all(left, Booker::lookAtReceipt);
            errands.done().forEach(person -> ledger.shown(person.code()));
            List<Booker> blind = new ArrayList<>(left);
            blind.removeAll(new HashSet<>(errands.done()));
            left = blind;
        }
        if (!left.isEmpty()) {
            throw new IOException("%d people whose booking was acknowledged see no receipt: %s"
                    .formatted(left.size(), errands.losses()));
        }
    }

    /** Who is lost on the way does not go on, and is counted. */
    private void walk(BiConsumer<Booker, Booker.Watcher> part) {
        Errands errands = new Errands(wire, atOnce);
        errands.all(people, part);
        losses.add(errands.done().size(), errands.losses());
        people = List.copyOf(errands.done());
    }

    /** @return who was lost since it was warm */
    Losses losses() {
        return losses;
    }
}

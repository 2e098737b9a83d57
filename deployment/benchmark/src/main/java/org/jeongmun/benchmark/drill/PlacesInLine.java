package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.visit.Booker;
import org.jeongmun.benchmark.visit.FormKey;
import org.jeongmun.benchmark.wire.Wire;

/** People who join a line, and the numbers on the tickets that they were given: no two alike, and each in the table. */
final class PlacesInLine {
    private static final int FIRST = 1_000_000;
    private static final String ROWS = "SELECT number FROM line_ticket";

    private static final Duration SLICE = Duration.ofSeconds(3);

    private final MeasuredPortal portal;
    private final Wire wire;
    private final int atOnce;
    private final FormKey key;
    private final BitSet numbers = new BitSet();
    private Losses losses = new Losses();
    private long given;
    private long everLost;
    private int next = FIRST;
    private int bytes;

    PlacesInLine(MeasuredPortal portal, Wire wire, int atOnce) throws IOException {
        this.portal = portal;
        this.wire = wire;
        this.atOnce = atOnce;
        this.key = FormKey.from(portal.url());
    }

    /** @return how many were given a ticket in that time, and until the last one of them was */
    long give(Duration span) throws IOException {
        long end = System.nanoTime() + span.toNanos();
        long before = given;
        do {
            giveToSome(Duration.ofNanos(Math.min(SLICE.toNanos(), Math.max(1, end - System.nanoTime()))));
        } while (System.nanoTime() < end);
        return given - before;
    }

    /** People are remembered until all of a slice are served, and ten thousand may come a second. */
    private void giveToSome(Duration slice) throws IOException {
        Errands errands = new Errands(wire, atOnce);
        errands.keep(slice, () -> new Booker(next++, portal.host(), wire, key), Booker::join);
        List<Booker> done = errands.done();
        losses.add(done.size(), errands.losses());
        everLost +=
                errands.losses().values().stream().mapToLong(Long::longValue).sum();
        done.forEach(person -> {
            // Who has none stands for a number that the table does not know.
            numbers.set(Math.toIntExact(person.number().orElse(0L)));
            bytes = person.bytesOfAnswer();
        });
        given += done.size();
    }

    /** From here on it is measured: who was lost before is no longer spoken of. */
    void warmedUp() {
        losses = new Losses();
    }

    /** @return who was lost since it is measured */
    Losses losses() {
        return losses;
    }

    /** @return the cookies of somebody who is yet to say who they are */
    String cookies() {
        return key.cookies();
    }

    /** @return how long the last answer with a ticket was, headers and all */
    int bytesOfAnswer() {
        return bytes;
    }

    long given() {
        return given;
    }

    /**
     * Holds all tickets against the table, which may have more only for people whose answer was lost.
     *
     * @throws PromiseBrokenException when two people have one number, or somebody has one that the table does not know
     */
    void requireUnique(Connection database) throws SQLException {
        BitSet known = new BitSet();
        long rows = 0;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            while (row.next()) {
                rows++;
                known.set(row.getInt(1));
            }
        }
        BitSet unknown = (BitSet) numbers.clone();
        unknown.andNot(known);
        if (numbers.cardinality() != given
                || !unknown.isEmpty()
                || known.cardinality() != rows
                || rows > given + everLost) {
            throw new PromiseBrokenException(List.of(
                    ("%d tickets were handed out with %d different numbers, %d answers were lost, and the table has %d rows"
                                    + " with %d numbers and lacks %d of those handed out")
                            .formatted(
                                    given,
                                    numbers.cardinality(),
                                    everLost,
                                    rows,
                                    known.cardinality(),
                                    unknown.cardinality())));
        }
    }
}

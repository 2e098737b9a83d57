package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.visit.Booker;
import org.jeongmun.benchmark.visit.FormKey;
import org.jeongmun.benchmark.wire.Wire;

/** People who join a line, and the numbers on the tickets that they were given: no two alike, and each in the table. */
final class PlacesInLine {
    private static final int FIRST = 1_000_000;
    private static final String ROWS = "SELECT count(*), count(DISTINCT number) FROM line_ticket";

    private final MeasuredPortal portal;
    private final Wire wire;
    private final int atOnce;
    private final FormKey key;
    private final Set<Long> numbers = new HashSet<>();
    private long given;
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
        Errands errands = new Errands(wire, atOnce);
        errands.keep(span, () -> new Booker(next++, portal.host(), wire, key), Booker::join);
        if (!errands.losses().isEmpty()) {
            throw new IOException("Not everybody was given a place in line: " + errands.losses());
        }
        List<Booker> done = errands.done();
        done.forEach(person -> numbers.add(person.number().orElse(0L)));
        given += done.size();
        bytes = done.get(done.size() - 1).bytesOfAnswer();
        return done.size();
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

    /** @throws PromiseBrokenException when two people have one number, or somebody has one that the table does not know */
    void requireUnique(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(ROWS)) {
            row.next();
            if (numbers.size() != given || row.getLong(1) != given || row.getLong(2) != given) {
                throw new PromiseBrokenException(List.of(
                        "%d tickets were handed out with %d different numbers, and the table has %d rows with %d"
                                .formatted(given, numbers.size(), row.getLong(1), row.getLong(2))));
            }
        }
    }
}

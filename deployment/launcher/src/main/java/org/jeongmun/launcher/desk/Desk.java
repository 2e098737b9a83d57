package org.jeongmun.launcher.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.campaign.StoredCampaigns;
import org.jeongmun.launcher.campaign.UnclearTimeException;
import org.jeongmun.launcher.campaign.WrittenTime;
import org.jeongmun.launcher.database.AllOrNothing;
import org.jeongmun.launcher.database.Tables;

/**
 * Shuts the whole portal and lets it follow its schedule again, and tells everybody something. Each is one row that
 * every node reads four times a second; the database keeps who did it, when and why. For one thread.
 */
public final class Desk {
    /** What an operator writes to take a promise back. */
    private static final String NO_PROMISE = "none";

    private static final String SIGN = "SELECT set_config('jeongmun.operator', ?, true)";
    private static final String STATE = """
            SELECT portal_now(), maintenance_since, maintenance_until, announcement_ko FROM portal_state FOR UPDATE""";
    private static final String ON = """
            UPDATE portal_state SET maintenance_since = COALESCE(maintenance_since, portal_now(), clock_timestamp()),
                   maintenance_reason = ?, maintenance_until = ?""";
    private static final String OFF =
            "UPDATE portal_state SET maintenance_since = NULL, maintenance_reason = NULL, maintenance_until = NULL";
    private static final String ANNOUNCE = "UPDATE portal_state SET announcement_ko = ?, announcement_en = ?";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection owner;
    private final Tables tables;
    private final String operator;

    /**
     * Sits down at the desk.
     *
     * @param owner a connection that has put on the owning role, in auto-commit; it stays so
     * @param operator who says to be at it, for the record
     */
    public Desk(Connection owner, String operator) {
        this.owner = owner;
        tables = new Tables(owner);
        this.operator = operator;
    }

    /** What is in force, as far as these changes need it. */
    private record State(Optional<Instant> now, Optional<Instant> since, Optional<Instant> until, boolean announced) {
        boolean isPast(Instant moment) {
            return now.filter(moment::isAfter).isEmpty();
        }
    }

    /**
     * Shuts every door but the notices and receipts, or gives a new reason for its being shut.
     *
     * @param until when the next notice is promised, as an operator writes it; {@value #NO_PROMISE} takes a promise
     *     that was given back, and where nothing is said it stays
     * @return what to tell the operator
     * @throws CommandFailure exit code 2, when {@code until} is no moment to come
     */
    public List<String> maintenanceOn(String reason, Optional<String> until) throws SQLException {
        List<String> told = inTransaction(state -> {
            Optional<Promise> promise = until.isPresent() ? promise(until.get(), state) : kept(state);
            tables.write(ON, reason, promise.map(Promise::at).orElse(null));
            List<String> done = new ArrayList<>();
            done.add(
                    state.since().isPresent()
                            ? "Maintenance was on already; its reason is now: %s".formatted(reason)
                            : "Maintenance is on, and every node is shut within a second. Reason: %s"
                                    .formatted(reason));
            String word =
                    until.isPresent() ? "Citizens are promised the next notice" : "The next notice stays promised";
            promise.map(at -> "%s at %s.".formatted(word, at.shown())).ifPresent(done::add);
            return done;
        });
        told.add(awaitBookingsUnderWay());
        return told;
    }

    /** @return what to tell the operator; that it was off already is no failure */
    List<String> maintenanceOff() throws SQLException {
        return inTransaction(state -> {
            if (state.since().isEmpty()) {
                return List.of("Maintenance was off already; nothing changed.");
            }
            tables.write(OFF);
            return List.of("Maintenance is off, and every node follows the schedule again within a second.");
        });
    }

    /** Tells everybody something, in the place of what they were told before. @return what to tell the operator */
    List<String> announce(String ko, String en) throws SQLException {
        return inTransaction(state -> {
            tables.write(ANNOUNCE, ko, en);
            return List.of("Announced; every page of every node shows it within five seconds.");
        });
    }

    /** @return what to tell the operator; that nothing was announced is no failure */
    List<String> takeAnnouncementBack() throws SQLException {
        return inTransaction(state -> {
            tables.write(ANNOUNCE, null, null);
            return List.of(
                    state.announced()
                            ? "The announcement is taken back; no page shows it after five seconds."
                            : "Nothing was announced; nothing changed.");
        });
    }

    /*
     * Whoever writes a reservation holds this table until their transaction ends, and was judged before or after the
     * switch. Getting it once, in a mode that none of them allows, means that those judged before have all ended.
     */
    private String awaitBookingsUnderWay() throws SQLException {
        try {
            return AllOrNothing.make(owner, transaction -> {
                tables.execute("SET LOCAL lock_timeout = '3s'");
                tables.execute("LOCK TABLE reservation IN SHARE MODE");
                return "No booking is under way any more; what was confirmed is kept.";
            });
        } catch (SQLException refused) {
            if (!LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                throw refused;
            }
            return "A booking that began before is still under way after 3 s; it ends as stored or as nothing.";
        }
    }

    /** A moment that citizens are told. */
    private record Promise(Instant at, String shown) {
        static Promise in(ZoneId zone, Instant at) {
            return new Promise(at, WrittenTime.shown(at, zone));
        }
    }

    private Optional<Promise> promise(String until, State state) throws SQLException {
        if (until.strip().equals(NO_PROMISE)) {
            return Optional.empty();
        }
        ZoneId zone = zone();
        try {
            Promise promise = Promise.in(zone, WrittenTime.any(until.strip(), zone));
            if (state.isPast(promise.at())) {
                throw CommandFailure.wrongUsage("--until: %s is past; name a time to come.".formatted(promise.shown()));
            }
            return Optional.of(promise);
        } catch (UnclearTimeException unclear) {
            throw CommandFailure.wrongUsage("--until: " + unclear.getMessage());
        }
    }

    /** What is past is nobody's promise any more. */
    private Optional<Promise> kept(State state) throws SQLException {
        ZoneId zone = zone();
        return state.until().filter(at -> !state.isPast(at)).map(at -> Promise.in(zone, at));
    }

    private ZoneId zone() throws SQLException {
        return new StoredCampaigns(owner)
                .inForce()
                .map(campaign -> campaign.schedule().zone())
                .orElse(ZoneOffset.UTC);
    }

    /** Changes the one row, knowing what it says, and says what to tell the operator. */
    private interface Work {
        List<String> in(State state) throws SQLException;
    }

    private List<String> inTransaction(Work work) throws SQLException {
        return AllOrNothing.make(owner, transaction -> {
            tables.read(SIGN, row -> row.getString(1), operator);
            return work.in(state());
        });
    }

    private State state() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            if (!row.next()) {
                throw CommandFailure.notThere("Table portal_state has lost its one row: restore it from a backup.");
            }
            return new State(moment(row, 1), moment(row, 2), moment(row, 3), row.getString(4) != null);
        }
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.jeongmun.acceptance.database.Outcomes.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Places for many in one transaction")
class PlacesForManyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Campaign campaign;
    private HikariDataSource pool;
    private PostgresReservations reservations;

    @BeforeEach
    void open() throws SQLException {
        campaign = Campaign.open();
        pool = TestDatabase.pool();
        reservations = new PostgresReservations(pool);
    }

    @AfterEach
    void close() {
        reservations.close();
        pool.close();
    }

    /** What somebody asks the function for. */
    private record Wish(Campaign of, PersonKey person, SlotId slot) {}

    @Test
    void areGivenToEachWhomNoGuardRefusesWhateverBecomesOfTheOthers() throws SQLException {
        SlotId free = campaign.slot(1, 2);
        SlotId full = campaign.slot(2, 0);
        SlotId begun = campaign.slot(-30, 2);
        Campaign notYet = Campaign.open(1, 2, Duration.ofMinutes(5));
        SlotId ofNotYet = notYet.slot(1, 2);

        Map<Integer, String> told = hold(List.of(
                new Wish(campaign, Campaign.somebody(), full),
                new Wish(campaign, Campaign.somebody(), free),
                new Wish(notYet, Campaign.somebody(), ofNotYet),
                new Wish(campaign, Campaign.somebody(), begun),
                new Wish(campaign, Campaign.somebody(), free)));

        assertEquals(Map.of(2, "HELD", 3, "JM001", 5, "HELD"), told);
        assertEquals(2, Campaign.taken(free));
        assertEquals(2, Campaign.rows(free));
        assertEquals(0, Campaign.taken(ofNotYet));
    }

    @Test
    void goToWhoHasAskedFirstWhereThereIsOneLeft() throws SQLException {
        SlotId last = campaign.slot(1, 1);
        PersonKey first = Campaign.somebody();

        Map<Integer, String> told = hold(List.of(
                new Wish(campaign, first, last),
                new Wish(campaign, Campaign.somebody(), last),
                new Wish(campaign, Campaign.somebody(), last)));

        assertEquals(Map.of(1, "HELD"), told);
        assertEquals(1, Campaign.taken(last));
    }

    @Test
    void areOneForEachPersonHoweverOftenTheyAskTogether() throws SQLException {
        PersonKey person = Campaign.somebody();
        SlotId one = campaign.slot(1, 5);
        SlotId other = campaign.slot(2, 5);

        Map<Integer, String> told = hold(List.of(
                new Wish(campaign, person, other),
                new Wish(campaign, person, one),
                new Wish(campaign, Campaign.somebody(), other),
                new Wish(campaign, person, one)));

        assertEquals(Map.of(2, "HELD", 3, "HELD"), told);
        assertEquals(1, Campaign.taken(one));
        assertEquals(1, Campaign.taken(other));
    }

    @Test
    void areConfirmedForEachWhoHoldsOne() throws Exception {
        SlotId slot = campaign.slot(1, 5);
        PersonKey holds = Campaign.somebody();
        PersonKey nobody = Campaign.somebody();
        done(reservations.hold(campaign.request(holds, slot)));

        List<ReservationOutcome> outcomes = Outcomes.atOnce(List.of(
                () -> reservations.confirm(campaign.id(), nobody), () -> reservations.confirm(campaign.id(), holds)));

        assertEquals(RefusalReason.NO_SUCH_RESERVATION, reason(outcomes.get(0)));
        assertFalse(((ReservationOutcome.Done) outcomes.get(1)).before());
    }

    @Test
    void doNotWaitForOneThatSomebodyElseHasLocked() throws Exception {
        SlotId locked = campaign.slot(1, 5);
        SlotId free = campaign.slot(2, 50);
        try (Connection other = TestDatabase.owner()) {
            other.setAutoCommit(false);
            TestDatabase.execute(other, "UPDATE slot SET capacity = capacity WHERE id = ?", locked.value());
            CompletableFuture<ReservationOutcome> waits = CompletableFuture.supplyAsync(
                    () -> reservations.hold(campaign.request(Campaign.somebody(), locked)), Together.threads());
            Awaitility.await().atMost(PATIENCE).until(PlacesForManyIT::somebodyWaits);

            for (int i = 0; i < 20; i++) {
                done(reservations.hold(campaign.request(Campaign.somebody(), free)));
            }

            assertFalse(waits.isDone(), "still locked");
            other.rollback();
            done(waits.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        assertEquals(1, Campaign.taken(locked));
        assertEquals(20, Campaign.taken(free));
    }

    private static boolean somebodyWaits() throws SQLException {
        return TestDatabase.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0;
    }

    /** @return of each that was told of, by its place in the list from 1: the state of the place or of the refusal */
    private static Map<Integer, String> hold(List<Wish> wishes) throws SQLException {
        Map<Integer, String> told = new TreeMap<>();
        try (Connection portal = TestDatabase.portal();
                PreparedStatement statement = portal.prepareStatement("SELECT nth, COALESCE(refusal, state)"
                        + " FROM hold_places(?, ?, ?, ?, ?, ?, ?, ?, '100ms')")) {
            statement.setArray(1, texts(portal, codes(wishes.size())));
            statement.setArray(
                    2, texts(portal, each(wishes, wish -> wish.of().id().value())));
            statement.setArray(
                    3,
                    texts(portal, each(wishes, wish -> wish.of().window().id().value())));
            statement.setArray(
                    4,
                    texts(
                            portal,
                            each(wishes, wish -> wish.of().window().cohort().value())));
            statement.setArray(
                    5, texts(portal, each(wishes, wish -> wish.person().value())));
            statement.setArray(
                    6, texts(portal, each(wishes, wish -> wish.person().value())));
            statement.setArray(
                    7,
                    portal.createArrayOf(
                            "bigint",
                            wishes.stream().map(wish -> wish.slot().value()).toArray()));
            statement.setArray(8, texts(portal, Collections.nCopies(wishes.size(), "web")));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    told.put(row.getInt(1), row.getString(2));
                }
            }
        }
        return told;
    }

    private static List<String> codes(int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(ReservationCode.random().value());
        }
        return codes;
    }

    private static List<String> each(List<Wish> wishes, Function<Wish, String> what) {
        return wishes.stream().map(what).toList();
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}

package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.jeongmun.acceptance.database.Outcomes.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.Reservations.HoldRequest;
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

    @Test
    void areGivenToEachWhomNoGuardRefusesWhateverBecomesOfTheOthers() throws SQLException {
        Campaign notYet = Campaign.open(1, 2, Duration.ofMinutes(5));
        SlotId ofNotYet = notYet.slot(1, 2);
        SlotId full = campaign.slot(2, 0);
        SlotId begun = campaign.slot(-30, 2);
        SlotId free = campaign.slot(1, 2);

        Map<Integer, String> told = Wish.hold(List.of(
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

        Map<Integer, String> told = Wish.hold(List.of(
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

        Map<Integer, String> told = Wish.hold(List.of(
                new Wish(campaign, person, other),
                new Wish(campaign, person, one),
                new Wish(campaign, Campaign.somebody(), other),
                new Wish(campaign, person, one)));

        assertEquals(Map.of(2, "HELD", 3, "HELD"), told);
        assertEquals(1, Campaign.taken(one));
        assertEquals(1, Campaign.taken(other));
    }

    @Test
    void areConfirmedForEachWhoHoldsOneStill() throws SQLException {
        Campaign overdue = Campaign.open(-1, 1, Duration.of(1, ChronoUnit.MICROS));
        PersonKey late = Campaign.somebody();
        PersonKey nobody = Campaign.somebody();
        PersonKey holds = Campaign.somebody();
        done(reservations.hold(overdue.request(late, overdue.slot(1, 5))));
        done(reservations.hold(campaign.request(holds, campaign.slot(1, 5))));

        Map<Integer, String> told = Wish.confirm(List.of(
                new Wish(overdue, late, null), new Wish(campaign, nobody, null), new Wish(campaign, holds, null)));

        assertEquals(Map.of(1, "JM006", 3, "CONFIRMED"), told);
    }

    /** Together with somebody else, and alone. */
    @Test
    void areConfirmedAsTheyWereShownAndNotOtherwise() throws SQLException {
        SlotId shown = campaign.slot(1, 5);
        SlotId moved = campaign.slot(2, 5);
        PersonKey one = Campaign.somebody();
        PersonKey other = Campaign.somebody();
        for (PersonKey person : List.of(one, other)) {
            done(reservations.hold(campaign.request(person, shown)));
        }
        done(reservations.hold(campaign.request(one, moved)));

        assertEquals(
                Map.of(2, "CONFIRMED"),
                Wish.confirm(List.of(new Wish(campaign, one, shown), new Wish(campaign, other, shown))));
        assertEquals(Map.of(), Wish.confirm(List.of(new Wish(campaign, one, shown))));
        assertEquals(
                RefusalReason.OTHER_PLACE_HELD, reason(reservations.confirm(campaign.id(), one, Optional.of(shown))));
        assertEquals(Map.of(1, "CONFIRMED"), Wish.confirm(List.of(new Wish(campaign, one, moved))));
    }

    @Test
    void makeWayForTheOthersWhereSomebodyElseHasLockedOne() throws SQLException {
        SlotId locked = campaign.slot(1, 5);
        SlotId free = campaign.slot(2, 5);
        try (Connection other = TestDatabase.owner()) {
            other.setAutoCommit(false);
            lock(other, locked);

            Map<Integer, String> told = Wish.hold(List.of(
                    new Wish(campaign, Campaign.somebody(), locked),
                    new Wish(campaign, Campaign.somebody(), free),
                    new Wish(campaign, Campaign.somebody(), locked)));

            assertEquals(Map.of(1, "55P03", 2, "HELD", 3, "55P03"), told);
            other.rollback();
        }
        assertEquals(0, Campaign.taken(locked));
        assertEquals(1, Campaign.taken(free));
    }

    @Test
    void areFoundByThePhoneAndNotByThePerson() throws SQLException {
        PersonKey phone = Campaign.somebody();
        HoldRequest request = campaign.request(Campaign.somebody(), campaign.slot(1, 5));
        Reservation held = done(reservations.hold(new HoldRequest(
                request.campaign(), request.person(), phone, request.window(), request.slot(), request.door())));

        assertEquals(held, done(reservations.withCode(held.code(), phone)));
        assertEquals(RefusalReason.NO_SUCH_RESERVATION, reason(reservations.withCode(held.code(), request.person())));
        assertEquals(Optional.of(held), reservations.activeOf(campaign.id(), request.person()));
    }

    @Test
    void doNotWaitForOneThatSomebodyElseHasLocked() throws Exception {
        SlotId locked = campaign.slot(1, 5);
        SlotId free = campaign.slot(2, 50);
        try (Connection other = TestDatabase.owner()) {
            other.setAutoCommit(false);
            lock(other, locked);
            CompletableFuture<ReservationOutcome> waits = CompletableFuture.supplyAsync(
                    () -> reservations.hold(campaign.request(Campaign.somebody(), locked)), Together.threads());
            Awaitility.await().atMost(PATIENCE).until(PlacesForManyIT::somebodyWaits);

            Outcomes.atOnce(20, () -> reservations.hold(campaign.request(Campaign.somebody(), free)))
                    .forEach(Outcomes::done);

            assertFalse(waits.isDone(), "still locked");
            other.rollback();
            done(waits.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        assertEquals(1, Campaign.taken(locked));
        assertEquals(20, Campaign.taken(free));
    }

    /** Who is served when the others come is so alone; then they are, and at most fifty of them at once. */
    @Test
    void areOneTransactionForThoseWhoComeWhileOthersAreServed() throws Exception {
        List<SlotId> slots = new ArrayList<>();

        Rush rush = Rush.untilNobodyIsTooLate(() -> {
            slots.add(campaign.slot(slots.size() + 1, 200));
            return comeWhileOneIsServed(200, slots.get(slots.size() - 1));
        });

        rush.told().forEach(Outcomes::done);
        SlotId slot = slots.get(slots.size() - 1);
        assertEquals(
                5,
                TestDatabase.number(
                        "SELECT count(DISTINCT changed_in::text) FROM reservation WHERE slot_id = ?", slot.value()));
        long most = TestDatabase.number(
                "SELECT max(c) FROM (SELECT count(*) AS c FROM reservation WHERE slot_id = ? GROUP BY changed_in) t",
                slot.value());
        assertEquals(50, most, "people in one transaction");
    }

    private Rush comeWhileOneIsServed(int people, SlotId slot) throws Exception {
        try (Rush rush = new Rush(pool)) {
            for (int i = 0; i < people; i++) {
                rush.ask(each -> each.hold(campaign.request(Campaign.somebody(), slot)));
            }
            rush.serve();
            return rush;
        }
    }

    private static void lock(Connection other, SlotId slot) throws SQLException {
        TestDatabase.execute(other, "UPDATE slot SET capacity = capacity WHERE id = ?", slot.value());
    }

    private static boolean somebodyWaits() throws SQLException {
        return TestDatabase.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0;
    }
}

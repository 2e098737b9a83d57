package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One statement for many")
class OneStatementForManyIT {
    private static final String STATEMENTS = "SELECT count(DISTINCT xmin::text) FROM reservation WHERE slot_id = ?";
    private static final String WRITTEN =
            "SELECT min(xmin::text::bigint) FROM reservation WHERE person_key = ? AND changed_in = (SELECT changed_in"
                    + " FROM reservation WHERE person_key = ?)";

    private static final int CROWD = 40;

    private Campaign campaign;
    private SlotId free;
    private SlotId full;

    @BeforeEach
    void open() throws SQLException {
        campaign = Campaign.open();
        free = campaign.slot(1, 50);
        full = campaign.slot(2, 0);
    }

    @Test
    void holdsAndConfirmsUnlessSomebodyIsRefused() throws SQLException {
        List<Wish> wishes = List.of(wish(free), wish(free), wish(free));

        Wish.hold(wishes);
        assertEquals(1, TestDatabase.number(STATEMENTS, free.value()));

        Wish.confirm(wishes);
        assertEquals(1, TestDatabase.number(STATEMENTS, free.value()));
        assertEquals(3, Campaign.taken(free));
    }

    @Test
    void tellsEachOfTheirOwn() throws SQLException {
        Wish one = wish(campaign.slot(3, 5));
        Wish two = wish(free);
        Wish three = wish(full);
        Wish four = wish(free);
        List<String> codes = Wish.codes(4);

        Map<Integer, String> held = Wish.codesOfHeld(List.of(one, two, three, four), codes);
        Map<Integer, String> confirmed = Wish.codesOfConfirmed(List.of(four, three, one, two));

        assertEquals(Map.of(1, codes.get(0), 2, codes.get(1), 4, codes.get(3)), held);
        assertEquals(Map.of(1, codes.get(3), 3, codes.get(0), 4, codes.get(1)), confirmed);
    }

    @Test
    void tellsNobodyOfAnothersPlaceWhenTwoAreGivenTheSameCode() throws SQLException {
        String code = Wish.codes(1).get(0);

        Map<Integer, String> held = Wish.codesOfHeld(List.of(wish(full), wish(free)), List.of(code, code));

        assertEquals(Map.of(), held);
        assertEquals(1, Campaign.rows(free));
    }

    @Test
    void sharesItsTransactionWithWhoeverConfirmsWhichComesFirst() throws Exception {
        List<PersonKey> two = new ArrayList<>();

        Rush rush = Rush.untilNobodyIsTooLate(() -> {
            two.clear();
            two.addAll(List.of(Campaign.somebody(), Campaign.somebody()));
            return holdAndConfirmTogether(two.get(0), two.get(1));
        });

        rush.told().forEach(Outcomes::done);
        String holds = two.get(0).value();
        String confirms = two.get(1).value();
        long confirmed = TestDatabase.number(WRITTEN, confirms, holds);
        long held = TestDatabase.number(WRITTEN, holds, confirms);
        assertTrue(0 < confirmed && confirmed < held, () -> confirmed + " and " + held);
    }

    private Rush holdAndConfirmTogether(PersonKey holds, PersonKey confirms) throws Exception {
        try (HikariDataSource pool = TestDatabase.pool();
                PostgresReservations before = new PostgresReservations(pool);
                Rush rush = new Rush(pool)) {
            done(before.hold(campaign.request(confirms, free)));
            rush.ask(reservations -> reservations.hold(campaign.request(Campaign.somebody(), free)));
            rush.ask(reservations -> reservations.hold(campaign.request(holds, free)));
            rush.awaitTheLine();
            rush.ask(reservations -> reservations.confirm(campaign.id(), confirms, Optional.empty()));
            rush.serve();
            return rush;
        }
    }

    /** The first is booked for alone, and all the others together; then they are looked for, twenty at once at most. */
    @Test
    void looksWhyThereIsNoPlaceForAllWhoAreRefused() throws Exception {
        Rush rush = Rush.untilNobodyIsTooLate(this::askForNoPlace);

        assertEquals(Collections.nCopies(CROWD, ReservationOutcome.refused(RefusalReason.SLOT_FULL)), rush.told());
        assertEquals(2, rush.connections(Rush.BOOKING));
        long looks = rush.connections(Rush.LOOKING);
        assertTrue(2 <= looks && looks <= 3, () -> looks + " looks for " + CROWD);
    }

    private Rush askForNoPlace() throws Exception {
        try (HikariDataSource pool = TestDatabase.pool();
                Rush rush = new Rush(pool)) {
            for (int i = 0; i < CROWD; i++) {
                rush.ask(reservations -> reservations.hold(campaign.request(Campaign.somebody(), full)));
            }
            rush.serve();
            rush.look();
            return rush;
        }
    }

    private Wish wish(SlotId slot) {
        return new Wish(campaign, Campaign.somebody(), slot);
    }
}

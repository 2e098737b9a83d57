package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.atOnce;
import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.jeongmun.acceptance.database.Outcomes.reason;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reservations that many ask for at once")
class ReservationsAtOnceIT {
    private static final Duration OVERDUE_AT_ONCE = Duration.of(1, ChronoUnit.MICROS);

    private HikariDataSource pool;
    private PostgresReservations reservations;

    @BeforeEach
    void open() {
        pool = TestDatabase.pool();
        reservations = new PostgresReservations(pool);
    }

    @AfterEach
    void close() {
        reservations.close();
        pool.close();
    }

    @Test
    void neverGiveMorePlacesThanThereAre() throws Exception {
        Campaign campaign = Campaign.open();
        for (int round = 1; round <= 20; round++) {
            SlotId slot = campaign.slot(round, 10);
            List<ReservationOutcome> outcomes =
                    atOnce(200, () -> reservations.hold(campaign.request(Campaign.somebody(), slot)));

            assertEquals(
                    10,
                    outcomes.stream()
                            .filter(ReservationOutcome.Done.class::isInstance)
                            .count());
            assertEquals(
                    190,
                    outcomes.stream()
                            .filter(o -> reason(o) == RefusalReason.SLOT_FULL)
                            .count());
            assertEquals(10, Campaign.taken(slot));
            assertEquals(10, Campaign.rows(slot));
        }
    }

    @Test
    void giveOnePersonOnePlaceHoweverOftenTheyAskAtOnce() throws Exception {
        Campaign campaign = Campaign.open();
        PersonKey person = Campaign.somebody();
        List<SlotId> slots = List.of(campaign.slot(1, 50), campaign.slot(2, 50));
        List<SlotId> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(slots.get(i % 2));
        }
        atOnce(asked.stream()
                .<Callable<ReservationOutcome>>map(slot -> () -> reservations.hold(campaign.request(person, slot)))
                .toList());

        assertEquals(1, Campaign.taken(slots.get(0)) + Campaign.taken(slots.get(1)));
        assertEquals(1, Campaign.rows(slots.get(0)) + Campaign.rows(slots.get(1)));
    }

    @Test
    void confirmOnceAndSayTheSameAgain() throws Exception {
        Campaign campaign = Campaign.open();
        SlotId slot = campaign.slot(1, 3);
        PersonKey person = Campaign.somebody();
        Reservation held = done(reservations.hold(campaign.request(person, slot)));

        List<ReservationOutcome> answers =
                atOnce(8, () -> reservations.confirm(campaign.id(), person, Optional.empty()));

        Reservation confirmed = done(answers.get(0));
        assertEquals(ReservationState.CONFIRMED, confirmed.state());
        assertEquals(held.code(), confirmed.code());
        answers.forEach(answer -> assertEquals(confirmed, done(answer)));
        assertEquals(
                7,
                answers.stream()
                        .filter(answer -> ((ReservationOutcome.Done) answer).alreadyConfirmed())
                        .count(),
                "only one has done it");
        assertEquals(1, Campaign.rows(slot));
        assertEquals(RefusalReason.ALREADY_RESERVED, reason(reservations.hold(campaign.request(person, slot))));
    }

    @Test
    void giveOverdueHoldsBackExactlyOnce() throws Exception {
        // What other tests hold could become overdue meanwhile, and would count.
        TestDatabase.change("UPDATE reservation SET state = 'CANCELLED' WHERE state = 'HELD'");
        Campaign campaign = Campaign.open(-1, 1, OVERDUE_AT_ONCE);
        SlotId slot = campaign.slot(1, 5);
        PersonKey person = Campaign.somebody();
        for (int i = 0; i < 4; i++) {
            done(reservations.hold(campaign.request(Campaign.somebody(), slot)));
        }
        done(reservations.hold(campaign.request(person, slot)));
        assertEquals(Optional.empty(), reservations.activeOf(campaign.id(), person));
        assertEquals(RefusalReason.HOLD_EXPIRED, reason(reservations.confirm(campaign.id(), person, Optional.empty())));

        int given = atOnce(6, () -> reservations.expireOverdue(100)).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertEquals(5, given);
        assertEquals(0, Campaign.taken(slot));
        assertEquals(0, reservations.expireOverdue(100));
        assertEquals(RefusalReason.HOLD_EXPIRED, reason(reservations.confirm(campaign.id(), person, Optional.empty())));
    }
}

package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.waitingroom.JoinOutcome.Joined;
import org.jeongmun.web.line.JoinQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever wrote the booking, the number by which somebody came has had a journey, and no other number has. */
@DisplayName("A number's journeys")
class JourneysIT {
    private final PersonKey person = Campaign.somebody();
    private JoinQueue joining;

    @BeforeEach
    void start() {
        joining = new JoinQueue(TestDatabase::portal);
        joining.start();
    }

    @AfterEach
    void stop() {
        joining.close();
    }

    @Test
    void endWithTheBookingAndNotWithTheHold() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 100, -60, 0);
        LineBookings bookings = new LineBookings(campaign);
        assertEquals(1, number(campaign, person));
        bookings.take(person, "HELD");
        assertEquals(0, bookings.journeys(1));
        assertEquals(1, number(campaign, person), "good for as long as nothing is confirmed");

        bookings.change(person, "CONFIRMED");

        assertEquals(1, bookings.journeys(1));
        assertEquals(2, number(campaign, person), "spent");
    }

    @Test
    void areNotHadByABookingThatIsNotStored() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 100, -60, 0);
        LineBookings bookings = new LineBookings(campaign);
        number(campaign, person);
        bookings.take(person, "HELD");
        TestDatabase.change("UPDATE portal_state SET maintenance_since = now(), maintenance_reason = 'test'");
        try {
            assertThrows(SQLException.class, () -> bookings.change(person, "CONFIRMED"));
        } finally {
            TestDatabase.change("UPDATE portal_state SET maintenance_since = NULL, maintenance_reason = NULL");
        }
        assertEquals(0, bookings.journeys(1));
    }

    @Test
    void areNotHadAgainByWhateverBecomesOfABooking() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 100, -60, 0);
        campaign.letsPeopleBookForOthers(3);
        LineBookings bookings = new LineBookings(campaign);
        number(campaign, person);
        bookings.take(person, "CONFIRMED");
        bookings.change(person, "CONFIRMED");
        bookings.change(person, "CANCELLED");
        assertEquals(1, bookings.journeys(1));
    }

    @Test
    void ofAGuestAreThoseOfTheNumberThatBroughtThem() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 100, -60, 0);
        campaign.letsPeopleBookForOthers(1);
        LineBookings bookings = new LineBookings(campaign);
        PersonKey guest = Campaign.somebody();
        assertEquals(1, number(campaign, person));
        assertEquals(2, number(campaign, guest), "a place of their own, further behind");
        assertTrue(brings(campaign, 1, guest));

        bookings.take(guest, "CONFIRMED");
        assertEquals(1, bookings.journeys(1));
        assertEquals(0, bookings.journeys(2));
        assertEquals(1, number(campaign, person), "one journey is left");

        bookings.take(person, "CONFIRMED");
        assertEquals(2, bookings.journeys(1));
        assertEquals(3, number(campaign, person), "spent");
    }

    @Test
    void ofAGuestAreTheirOwnWhereTheNumberThatBroughtThemHasNoneLeft() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 100, -60, 0);
        campaign.letsPeopleBookForOthers(1);
        LineBookings bookings = new LineBookings(campaign);
        PersonKey guest = Campaign.somebody();
        number(campaign, person);
        assertTrue(brings(campaign, 1, guest));
        bookings.take(guest, "CONFIRMED");
        bookings.take(person, "CONFIRMED");
        bookings.change(guest, "CANCELLED");
        assertEquals(2, number(campaign, guest));

        bookings.take(guest, "CONFIRMED");

        assertEquals(2, bookings.journeys(1));
        assertEquals(1, bookings.journeys(2));
    }

    @Test
    void areThoseOfTheWindowThatIsBooked() throws SQLException {
        WaitingCampaign other = WaitingCampaign.with("arrival", 100, -60, 0);
        assertEquals(1, number(other, person));
        WaitingCampaign booked = WaitingCampaign.with("arrival", 100, -60, 0);
        assertEquals(1, number(booked, person));
        LineBookings bookings = new LineBookings(booked);

        bookings.take(person, "CONFIRMED");

        assertEquals(1, bookings.journeys(1));
        assertEquals(0, new LineBookings(other).journeys(1));
    }

    private long number(WaitingCampaign campaign, PersonKey someone) {
        Joined joined = (Joined)
                joining.joinSoon(campaign.id(), campaign.window(), someone).join();
        return joined.ticket().number();
    }

    private static boolean brings(WaitingCampaign campaign, long number, PersonKey guest) throws SQLException {
        try (Connection portal = TestDatabase.portal()) {
            TestDatabase.execute(
                    portal, "SELECT bring_guest(?, ?, ?)", campaign.window().value(), number, guest.value());
        }
        return TestDatabase.number(
                        "SELECT count(*) FROM line_guest WHERE window_id = ? AND number = ? AND person_key = ?",
                        campaign.window().value(),
                        number,
                        guest.value())
                == 1;
    }
}

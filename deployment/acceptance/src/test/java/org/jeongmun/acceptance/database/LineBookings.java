package org.jeongmun.acceptance.database;

import java.sql.SQLException;
import org.jeongmun.eligibility.PersonKey;

/** Bookings in a window that has a line and is open, written as the owner may: the triggers judge them all the same. */
final class LineBookings {
    private static final String SELECTED =
            "INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id,"
                    + " slot_id, state) SELECT gen_random_uuid(), ";
    private static final String IN_IT =
            ", w.cohort_id, w.id, s.id, ? FROM booking_window w" + " JOIN slot s ON s.clinic_id = w.id";

    private final String window;

    /** Opens a clinic with one slot that has room for many. */
    LineBookings(WaitingCampaign campaign) throws SQLException {
        window = campaign.window().value();
        TestDatabase.change(
                "INSERT INTO clinic VALUES (?, '의원', '서울특별시', '중구', '세종대로 1', '02-000-0000', 37.5, 127)", window);
        TestDatabase.change(
                "INSERT INTO slot (clinic_id, starts_at, ends_at, vaccine, capacity) SELECT id, closes_at,"
                        + " closes_at + interval '30 minutes', 'v', 100 FROM booking_window WHERE id = ?",
                window);
    }

    /** A place for somebody, held or confirmed. */
    void take(PersonKey person, String state) throws SQLException {
        TestDatabase.change(SELECTED + "w.campaign_id, ?" + IN_IT + " WHERE w.id = ?", person.value(), state, window);
    }

    /** A confirmed place for whoever has that number. */
    void take(long number) throws SQLException {
        TestDatabase.change(
                SELECTED + "w.campaign_id, t.person_key" + IN_IT
                        + " JOIN line_ticket t ON t.window_id = w.id WHERE t.number = ? AND w.id = ?",
                "CONFIRMED",
                number,
                window);
    }

    /** What somebody has becomes something else. */
    void change(PersonKey person, String state) throws SQLException {
        TestDatabase.change(
                "UPDATE reservation SET state = ? WHERE window_id = ? AND person_key = ? AND state <> 'CANCELLED'",
                state,
                window,
                person.value());
    }

    /** @return how many journeys that number of the line has had */
    long journeys(long number) throws SQLException {
        return TestDatabase.number(
                "SELECT journeys FROM line_ticket WHERE window_id = ? AND number = ?", window, number);
    }
}

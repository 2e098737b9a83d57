package org.jeongmun.acceptance.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Door;
import org.jeongmun.reservation.Reservations.HoldRequest;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.WindowId;

/** A campaign of one test's own, with one window and one clinic. Its ids are nobody else's. */
public final class Campaign {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String name = "campaign-" + NEXT.incrementAndGet();
    private final BookingWindow window;

    private Campaign(Instant opensAt, Instant closesAt, Duration hold) {
        window = new BookingWindow(
                new WindowId(name + "-w"),
                new CohortId(name + "-cohort"),
                opensAt,
                closesAt,
                Optional.empty(),
                Duration.ZERO,
                hold);
    }

    /** @return a campaign whose window opens and closes so many hours from now, by the database's clock */
    public static Campaign open(int opensIn, int closesIn, Duration hold) throws SQLException {
        Instant now = Instant.EPOCH.plus(
                TestDatabase.number("SELECT (extract(epoch FROM portal_now()) * 1000000)::bigint"), ChronoUnit.MICROS);
        Campaign campaign =
                new Campaign(now.plus(opensIn, ChronoUnit.HOURS), now.plus(closesIn, ChronoUnit.HOURS), hold);
        campaign.store();
        return campaign;
    }

    /** @return a campaign that is open, with holds of five minutes */
    public static Campaign open() throws SQLException {
        return open(-1, 1, Duration.ofMinutes(5));
    }

    private void store() throws SQLException {
        TestDatabase.change("INSERT INTO campaign VALUES (?, 'Asia/Seoul')", name);
        TestDatabase.change(
                "INSERT INTO schedule_version (campaign_id, source, change) VALUES (?, 'test', 'apply')", name);
        TestDatabase.change("UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version)");
        TestDatabase.change(
                "INSERT INTO cohort VALUES (?, ?, '가', 'A', 'cohort-birth-year', '{}')",
                window.cohort().value(),
                name);
        TestDatabase.change(
                "INSERT INTO booking_window VALUES (?, ?, ?, ?::timestamptz, ?::timestamptz, NULL, '0', ?::interval)",
                window.id().value(),
                name,
                window.cohort().value(),
                window.opensAt().toString(),
                window.closesAt().toString(),
                window.hold().toString());
        TestDatabase.change(
                "INSERT INTO clinic VALUES (?, '의원', '서울특별시', '중구', '세종대로 1', '02-000-0000', 37.5, 127)", name);
    }

    /** @return its id */
    public CampaignId id() {
        return new CampaignId(name);
    }

    String clinic() {
        return name;
    }

    /** @return its only window */
    public BookingWindow window() {
        return window;
    }

    /** @return a new slot in this campaign's clinic */
    SlotId slot(Instant startsAt, int capacity) throws SQLException {
        return new SlotId(TestDatabase.number(
                "INSERT INTO slot (clinic_id, starts_at, ends_at, vaccine, capacity)"
                        + " VALUES (?, ?::timestamptz, ?::timestamptz + interval '30 minutes', 'v', ?) RETURNING id",
                name,
                startsAt.toString(),
                startsAt.toString(),
                capacity));
    }

    /** @return a new slot so many days after the window has closed */
    public SlotId slot(int day, int capacity) throws SQLException {
        return slot(window.closesAt().plus(day, ChronoUnit.DAYS), capacity);
    }

    HoldRequest request(PersonKey person, SlotId slot) {
        return new HoldRequest(id(), person, person, window, slot, Door.WEB);
    }

    /** @return the key of somebody whom nobody else is */
    static PersonKey somebody() {
        byte[] bytes = "%032d".formatted(NEXT.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        return new PersonKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static long taken(SlotId slot) throws SQLException {
        return TestDatabase.number("SELECT taken FROM slot WHERE id = ?", slot.value());
    }

    static long rows(SlotId slot) throws SQLException {
        return TestDatabase.number(
                "SELECT count(*) FROM reservation WHERE slot_id = ? AND state IN ('HELD', 'CONFIRMED')", slot.value());
    }
}

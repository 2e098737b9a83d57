package org.jeongmun.acceptance.announced;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Door;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * File after file is put in force when it really was, on a real database whose clock is set from one turning point to
 * the next; people book through the portal's own service, and rows are tried past it.
 */
@DisplayName("Bookings of July and August 2021")
class AnnouncedBookingsIT {
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final List<LocalDate> BORN = List.of(
            LocalDate.of(1961, 8, 10),
            LocalDate.of(1964, 3, 15),
            LocalDate.of(1967, 1, 1),
            LocalDate.of(1971, 12, 31),
            LocalDate.of(1972, 1, 9),
            LocalDate.of(1985, 10, 30),
            LocalDate.of(1986, 7, 31),
            LocalDate.of(2003, 12, 28));

    @TempDir
    private Path folder;

    private final Announced announced = new Announced();
    private ShiftedDatabase database;
    private PostgresReservations reservations;
    private OpeningSchedule inForce;
    private int people;

    @BeforeEach
    void open() throws SQLException {
        database = ShiftedDatabase.in(folder);
        reservations = new PostgresReservations(database.pool());
    }

    @AfterEach
    void close() throws SQLException {
        reservations.close();
        database.close();
        announced.close();
    }

    @Test
    void areMadeWhereTheAnnouncementsSaidSoAndNowhereElse() throws SQLException {
        for (int version = 0; version < announced.versions().size(); version++) {
            Announced.Version next = announced.versions().get(version);
            database.itIs(next.appliedAt());
            inForce = database.apply(next.campaign());
            assertEquals(version + 1, inForce.version());
            for (String moment : momentsOf(version)) {
                database.itIs(instant(moment));
                everybodyBooks(moment);
                everyRowIsTried(moment);
            }
        }
    }

    private void everybodyBooks(String moment) throws SQLException {
        ReservationService service = new ReservationService(
                reservations,
                (applicant, schedule) -> announced.eligibility(schedule, applicant.birthDate()),
                () -> Optional.of(new Reading(inForce, now(), false)),
                window -> Optional.empty());
        for (LocalDate born : BORN) {
            ReservationOutcome outcome = service.hold(somebody(born), new SlotId(1), Door.WEB, Optional.empty());
            assertEquals(
                    Oracle.answer(born.getYear(), born.getDayOfMonth(), moment),
                    told(outcome),
                    () -> "born " + born + " at " + moment);
        }
    }

    private void everyRowIsTried(String moment) throws SQLException {
        List<String> open = Oracle.open(moment);
        for (BookingWindow window : inForce.windows()) {
            String id = window.id().value();
            assertEquals(
                    open.contains(id) ? "done" : "JM001",
                    database.insert(id, window.cohort().value()),
                    () -> id + " at " + moment);
        }
    }

    private String told(ReservationOutcome outcome) throws SQLException {
        if (outcome instanceof ReservationOutcome.Done done) {
            return "OPEN " + database.windowOf(done.reservation().code().value());
        }
        ReservationOutcome.Refused refused = (ReservationOutcome.Refused) outcome;
        return refused.next()
                .map(next -> refused.reason() + " " + next.id())
                .orElseGet(() -> refused.reason().name());
    }

    private TimeBound now() {
        try {
            return TimeBound.exactly(database.now());
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    /** Somebody new each time, so that nobody has a booking already. */
    private Applicant somebody(LocalDate born) {
        byte[] number = "%032d".formatted(++people).getBytes(StandardCharsets.US_ASCII);
        PersonKey key = new PersonKey(Base64.getUrlEncoder().withoutPadding().encodeToString(number));
        return new Applicant(key, key, born);
    }

    /**
     * Each turning point of the version, and a minute before: between two looks the clock runs on, but not that long.
     */
    private List<String> momentsOf(int version) {
        String from = text(version);
        String to = version + 1 < announced.versions().size() ? text(version + 1) : "9999";
        List<String> moments = new ArrayList<>();
        for (String turn : Oracle.turningPoints()) {
            moments.add(TEXT.format(LocalDateTime.parse(turn).minusMinutes(1)));
            moments.add(turn);
        }
        return moments.stream()
                .filter(moment -> moment.compareTo(from) >= 0 && moment.compareTo(to) < 0)
                .toList();
    }

    private String text(int version) {
        return TEXT.format(announced.versions().get(version).appliedAt().atOffset(KOREA));
    }

    private static Instant instant(String moment) {
        return LocalDateTime.parse(moment).toInstant(KOREA);
    }
}

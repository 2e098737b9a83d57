package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Slot;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.ScheduleInForce;
import org.jeongmun.web.clinic.DirectoryRefresh;
import org.jeongmun.web.clinic.SnapshotDirectory;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The directory")
class DirectoryRefreshIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void followsHoldsMovesAndImports() throws Exception {
        Campaign campaign = Campaign.open();
        SlotId first = campaign.slot(1, 3);
        SlotId second = campaign.slot(2, 3);
        TestDatabase.change("UPDATE portal_state SET directory_version = directory_version + 1");
        SnapshotDirectory directory = new SnapshotDirectory(scheduleOf(campaign), System::nanoTime);
        DirectoryRefresh refresh = new DirectoryRefresh(directory, TestDatabase::portal);
        PersonKey person = Campaign.somebody();

        try (HikariDataSource pool = TestDatabase.pool();
                PostgresReservations reservations = new PostgresReservations(pool)) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                refresh.askOnce();
                return free(directory, campaign).equals(List.of(3, 3));
            });
            reservations.hold(campaign.request(person, first));
            assertEquals(List.of(2, 3), afterOneLook(refresh, directory, campaign));
            reservations.hold(campaign.request(person, second));
            assertEquals(List.of(3, 2), afterOneLook(refresh, directory, campaign));
            assertEquals(List.of(3, 2), afterOneLook(refresh, directory, campaign));

            campaign.slot(3, 7);
            TestDatabase.change("UPDATE portal_state SET directory_version = directory_version + 1");
            Awaitility.await().atMost(PATIENCE).until(() -> {
                refresh.askOnce();
                return free(directory, campaign).equals(List.of(3, 2, 7));
            });
            long found = Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () -> {
                                refresh.askOnce();
                                return found(directory, campaign);
                            },
                            places -> places > 0);
            assertEquals(12, found);
        }
    }

    @Test
    void followsWhatWasUnderWayWhileOthersCameAndWent() throws Exception {
        Campaign campaign = Campaign.open();
        SlotId first = campaign.slot(1, 3);
        SlotId second = campaign.slot(2, 9);
        TestDatabase.change("UPDATE portal_state SET directory_version = directory_version + 1");
        SnapshotDirectory directory = new SnapshotDirectory(scheduleOf(campaign), System::nanoTime);
        DirectoryRefresh refresh = new DirectoryRefresh(directory, TestDatabase::portal);
        PersonKey slow = Campaign.somebody();
        try (HikariDataSource pool = TestDatabase.pool();
                PostgresReservations reservations = new PostgresReservations(pool);
                Connection open = TestDatabase.portal()) {
            reservations.hold(campaign.request(slow, first));
            Awaitility.await().atMost(PATIENCE).until(() -> {
                refresh.askOnce();
                return free(directory, campaign).equals(List.of(2, 9));
            });
            open.setAutoCommit(false);
            try (PreparedStatement giveBack =
                    open.prepareStatement("UPDATE reservation SET state = 'CANCELLED' WHERE person_key = ?")) {
                giveBack.setString(1, slow.value());
                assertEquals(1, giveBack.executeUpdate());
            }
            for (int others = 1; others <= 3; others++) {
                reservations.hold(campaign.request(Campaign.somebody(), second));
                assertEquals(List.of(2, 9 - others), afterOneLook(refresh, directory, campaign));
            }

            open.commit();

            assertEquals(List.of(3, 6), afterOneLook(refresh, directory, campaign));
        }
    }

    /** One look shows the change; only a picture that grew old on a machine that stood still shows nothing at all. */
    private static List<Integer> afterOneLook(
            DirectoryRefresh refresh, SnapshotDirectory directory, Campaign campaign) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> {
                            refresh.askOnce();
                            return free(directory, campaign);
                        },
                        seen -> !seen.isEmpty());
    }

    private static List<Integer> free(SnapshotDirectory directory, Campaign campaign) {
        return directory.freeSlots(new ClinicId(campaign.clinic())).values().stream()
                .flatMap(List::stream)
                .map(Slot::free)
                .toList();
    }

    private static long found(SnapshotDirectory directory, Campaign campaign) {
        Availability answer = directory.search(new ClinicSearch("서울특별시", "중구", "의 원", 0, 100));
        if (!(answer instanceof Availability.Seen seen)) {
            return 0;
        }
        return seen.clinics().stream()
                .filter(clinic -> clinic.clinic().id().value().equals(campaign.clinic()))
                .mapToLong(Availability.Found::freePlaces)
                .sum();
    }

    /** What the campaign says, at a moment inside its window. */
    private static ScheduleInForce scheduleOf(Campaign campaign) {
        Cohort cohort = new Cohort(
                campaign.window().cohort(),
                new LocalizedText("가", "A"),
                new EligibilityRule("cohort-birth-year", Map.of()));
        OpeningSchedule schedule = new OpeningSchedule(
                campaign.id(), 1, ZoneId.of("Asia/Seoul"), List.of(cohort), List.of(campaign.window()));
        Instant inside = campaign.window().opensAt();
        return () -> Optional.of(new ScheduleInForce.Reading(schedule, TimeBound.exactly(inside), false));
    }
}

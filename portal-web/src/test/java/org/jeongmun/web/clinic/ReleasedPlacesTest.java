package org.jeongmun.web.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Remaining;
import org.jeongmun.clinic.Slot;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.config.SeenTransactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Places that a pool has released")
class ReleasedPlacesTest {
    private static final Instant OPENS = Instant.parse("2021-07-12T00:00:00Z");
    private static final Instant REOPENS = Instant.parse("2021-07-14T11:00:00Z");
    private static final WindowId POOLED = new WindowId("w0712");
    private static final WindowId APART = new WindowId("w0713");
    private static final WindowId FREE = new WindowId("free");
    private static final ClinicId CLINIC = new ClinicId("a");

    private TimeBound now = TimeBound.exactly(OPENS);
    private OpeningSchedule schedule = schedule(POOLED);
    private final SnapshotDirectory directory =
            new SnapshotDirectory(() -> Optional.of(new Reading(schedule, now, false)), () -> 0);
    private SlotTable slots;

    @BeforeEach
    void fill() {
        SlotTableBuilder rows = new SlotTableBuilder(1);
        long start = micros(Instant.parse("2021-07-27T00:00:00Z"));
        rows.add(0, 7, start, 1_800_000, "M", 4);
        rows.add(0, 8, start + 1, 1_800_000, "M", 0);
        slots = rows.build();
        SlotSupplyBuilder supply = new SlotSupplyBuilder(slots.size());
        supply.add(slots.rowOf(7), 1, 2, new long[] {micros(OPENS), micros(REOPENS)}, new int[] {3, 5});
        supply.add(slots.rowOf(8), 1, 0, new long[] {micros(OPENS)}, new int[] {1});
        supply.add(slots.rowOf(8), 2, 0, new long[] {micros(OPENS)}, new int[] {6});
        slots.supply(supply.build());
        show();
    }

    @Test
    void countFromTheirInstantOnAndNotAMicrosecondBefore() {
        assertEquals(List.of(1, 1), free(POOLED));
        assertEquals(Optional.of(2L), directory.freePlaces());
        assertEquals(Optional.of(new Remaining(true, 2, Optional.of(REOPENS))), directory.remaining(POOLED));

        now = TimeBound.exactly(REOPENS.minus(1, ChronoUnit.MICROS));
        assertEquals(List.of(1, 1), free(POOLED));
        now = TimeBound.exactly(REOPENS);
        assertEquals(List.of(6, 1), free(POOLED));
        assertEquals(Optional.of(7L), directory.freePlaces());
        assertEquals(Optional.of(new Remaining(true, 7, Optional.empty())), directory.remaining(POOLED));
    }

    @Test
    void areThoseOfThePersonsOwnWindow() {
        schedule = schedule(POOLED, APART, FREE);

        assertEquals(List.of(1, 1), free(POOLED));
        assertEquals(List.of(6), free(APART));
        assertEquals(List.of(4), free(FREE));
        assertEquals(Optional.of(12L), directory.freePlaces());
        Availability seen = directory.search(new ClinicSearch("", "", "", 0, 10));
        assertTrue(seen instanceof Availability.Seen all && all.clinics().get(0).freePlaces() == 12);
        assertTrue(directory.hasPools());
    }

    @Test
    void areFewerWhenSomeAreTaken() {
        slots.setTaken(7, 1, 3);
        slots.setTaken(8, 1, 1);
        slots.setTaken(999, 1, 1);
        show();

        assertEquals(List.of(), free(POOLED));
        assertEquals(Optional.of(0L), directory.freePlaces());
        now = TimeBound.exactly(REOPENS);
        assertEquals(List.of(5), free(POOLED));
    }

    private void show() {
        Map<WindowId, Long> shares = Map.of(POOLED, 1L, APART, 2L);
        ClinicTable clinics =
                new ClinicTable(List.of(new Clinic(CLINIC, "의원", "서울특별시", "중구", "세종대로 1", "02-000-0000", 37.5, 127)));
        directory.show(new Snapshot(1, SeenTransactions.NONE, clinics, slots, shares), 0, OPENS);
    }

    private List<Integer> free(WindowId window) {
        return directory.freeSlots(CLINIC, window).values().stream()
                .flatMap(List::stream)
                .map(Slot::free)
                .toList();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static OpeningSchedule schedule(WindowId... windows) {
        List<WindowId> ids = List.of(windows);
        return new OpeningSchedule(
                new CampaignId("covid19-2021"),
                1,
                ZoneId.of("Asia/Seoul"),
                ids.stream().map(ReleasedPlacesTest::cohort).toList(),
                ids.stream().map(ReleasedPlacesTest::window).toList());
    }

    private static Cohort cohort(WindowId window) {
        return new Cohort(
                new CohortId(window.value()),
                new LocalizedText("가", "A"),
                new EligibilityRule("cohort-birth-year", Map.of()));
    }

    private static BookingWindow window(WindowId id) {
        return new BookingWindow(
                id,
                new CohortId(id.value()),
                OPENS,
                OPENS.plus(10, ChronoUnit.DAYS),
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMinutes(5));
    }
}

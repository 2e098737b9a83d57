package org.jeongmun.web.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.ClinicSearch.Order;
import org.jeongmun.clinic.GeoPoint;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The directory of clinics")
class SnapshotDirectoryTest {
    private static final Instant OPENS = Instant.parse("2021-07-14T11:00:00Z");
    private static final Instant CLOSES = Instant.parse("2021-07-24T09:00:00Z");
    private static final ClinicSearch ALL = new ClinicSearch("", "", "", 0, 100);
    private static final ClinicId FIRST = new ClinicId("a");

    private TimeBound now = TimeBound.exactly(OPENS);
    private boolean maintenance;
    private boolean known = true;
    private long nanos;
    private final SnapshotDirectory directory = new SnapshotDirectory(
            () -> known ? Optional.of(new Reading(schedule(), now, maintenance)) : Optional.empty(), () -> nanos);
    private final SlotTableBuilder rows = new SlotTableBuilder(3);
    private SlotTable slots;

    @BeforeEach
    void fill() {
        add(1, 70, "2021-07-14T12:00:00Z", 2);
        add(0, 1L << 40, "2021-07-14T11:30:00Z", 1);
        add(0, 3, "2021-07-14T14:59:59Z", 0);
        add(0, 4, "2021-07-14T15:00:00Z", 5);
        slots = rows.build();
        directory.show(new Snapshot(1, SeenTransactions.NONE, clinics(), slots), 0, OPENS);
    }

    @Test
    void countsWhatIsFreeFromNowOn() {
        assertEquals("a 6 2021-07-14T11:30:00Z, b 2 2021-07-14T12:00:00Z, c 0 never", found());
        assertEquals(Optional.of(8L), directory.freePlaces());
        now = TimeBound.exactly(Instant.parse("2021-07-14T11:30:00Z"));
        assertEquals("a 5 2021-07-14T15:00:00Z, b 2 2021-07-14T12:00:00Z, c 0 never", found());
    }

    @Test
    void putsTheNearestOrTheEarliestFirstAndLeavesOutWhatIsFull() {
        assertEquals("a b c", found(Order.DISTANCE, 37.5, false));
        assertEquals("c b a", found(Order.DISTANCE, 37.9, false));
        assertEquals("b a", found(Order.DISTANCE, 37.9, true));
        assertEquals("a b c", found(Order.EARLIEST, 37.9, false));
        now = TimeBound.exactly(Instant.parse("2021-07-14T11:30:00Z"));
        assertEquals("b a c", found(Order.EARLIEST, 37.9, false));
        assertEquals("a b", found(Order.DIRECTORY, 37.9, true));
    }

    @Test
    void learnsWhatHasBecomeFree() {
        slots.setFree(3, 4);
        slots.setFree(1L << 40, 0);
        slots.setFree(999, 9);
        directory.show(new Snapshot(1, SeenTransactions.NONE, clinics(), slots), 1, OPENS);

        assertEquals("a 9 2021-07-14T14:59:59Z, b 2 2021-07-14T12:00:00Z, c 0 never", found());
        assertEquals(Optional.of(11L), directory.freePlaces());
    }

    @Test
    void looksForTheSameOnceInAPictureAndForAnybodysSurroundingsEachTime() {
        Availability before = directory.search(ALL);
        assertSame(before, directory.search(ALL));
        directory.show(new Snapshot(1, SeenTransactions.NONE, clinics(), slots), 1, OPENS.plusSeconds(1));
        Availability.Seen after = assertInstanceOf(Availability.Seen.class, directory.search(ALL));
        assertEquals(OPENS.plusSeconds(1), after.checkedAt());
        ClinicSearch here = ClinicSearch.nearest(new GeoPoint(37.5, 127.0), 3);
        assertNotSame(directory.search(here), directory.search(here));
    }

    @Test
    void remembersNoMoreQuestionsThanManyPeopleAsk() {
        for (int question = 0; question < 500; question++) {
            directory.search(new ClinicSearch("", "", "nowhere " + question, 0, 100));
        }
        assertNotSame(directory.search(ALL), directory.search(ALL));
    }

    @Test
    void putsSlotsUnderTheDateOfTheCampaignsZone() {
        Map<LocalDate, List<Slot>> byDate = directory.freeSlots(FIRST);

        assertEquals(Set.of(LocalDate.of(2021, 7, 14), LocalDate.of(2021, 7, 15)), byDate.keySet());
        Slot slot = byDate.get(LocalDate.of(2021, 7, 14)).get(0);
        assertEquals(1L << 40, slot.id().value());
        assertEquals(Duration.ofMinutes(30), Duration.between(slot.startsAt(), slot.endsAt()));
        assertEquals("Moderna", slot.vaccine());
        assertEquals(Map.of(), directory.freeSlots(new ClinicId("nobody")));
    }

    @ParameterizedTest(name = "{0} ms become {1} ms")
    @CsvSource({"2147483648, 2147483647", "9223372036854775807, 2147483647", "0, 1", "-5, 1"})
    void keepsAClinicWithASlotOfAnOddLength(long millis, int kept) {
        SlotTableBuilder odd = new SlotTableBuilder(3);
        odd.add(0, 7, ChronoUnit.MICROS.between(Instant.EPOCH, OPENS) + 1, millis, "Moderna", 1);
        directory.show(new Snapshot(2, SeenTransactions.NONE, clinics(), odd.build()), 0, OPENS);

        Slot slot = directory.freeSlots(FIRST).get(LocalDate.of(2021, 7, 14)).get(0);

        assertEquals(Duration.ofMillis(kept), Duration.between(slot.startsAt(), slot.endsAt()));
    }

    @ParameterizedTest(name = "between {0} and {1}: {2}")
    @CsvSource({
        "2021-07-14T10:59:59.999Z, 2021-07-14T10:59:59.999Z, false",
        "2021-07-14T10:59:59.999Z, 2021-07-14T11:00:00.001Z, false",
        "2021-07-14T11:00:00Z, 2021-07-14T11:00:00.001Z, true",
        "2021-07-24T08:59:59.999Z, 2021-07-24T09:00:00Z, false"
    })
    void tellsOnlyWhileAWindowIsOpenBeyondDoubt(Instant earliest, Instant latest, boolean told) {
        now = new TimeBound(earliest, latest);

        assertEquals(told, directory.search(ALL) instanceof Availability.Seen);
    }

    @Test
    void tellsNothingInMaintenanceWithoutAScheduleOrFromAnOldPicture() {
        maintenance = true;
        assertTellsNothing();
        maintenance = false;
        known = false;
        assertTellsNothing();
        known = true;
        nanos = Duration.ofSeconds(5).toNanos();
        assertTellsNothing();
        assertEquals(Optional.empty(), directory.freePlaces());
        assertEquals("의원 a", directory.clinic(FIRST).orElseThrow().name());
    }

    private void assertTellsNothing() {
        assertEquals(Availability.NotNow.NOT_NOW, directory.search(ALL));
        assertEquals(Map.of(), directory.freeSlots(FIRST));
    }

    private String found(Order order, double latitude, boolean onlyFree) {
        Optional<GeoPoint> near = Optional.of(new GeoPoint(latitude, 127));
        ClinicSearch search = new ClinicSearch("", "", "", near, order, onlyFree, 0, 100);
        Availability.Seen seen = assertInstanceOf(Availability.Seen.class, directory.search(search));
        return String.join(
                " ",
                seen.clinics().stream()
                        .peek(each -> assertEquals(
                                near.get().metresTo(each.clinic().latitude(), 127),
                                each.metres().orElseThrow()))
                        .map(each -> each.clinic().id().value())
                        .toList());
    }

    private String found() {
        Availability.Seen seen = assertInstanceOf(Availability.Seen.class, directory.search(ALL));
        return String.join(
                ", ",
                seen.clinics().stream()
                        .map(each -> "%s %d %s"
                                .formatted(
                                        each.clinic().id(),
                                        each.freePlaces(),
                                        each.earliestAt().map(Instant::toString).orElse("never")))
                        .toList());
    }

    private void add(int clinic, long id, String startsAt, int free) {
        long start = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(startsAt));
        rows.add(clinic, id, start, Duration.ofMinutes(30).toMillis(), "Moderna", free);
    }

    private static ClinicTable clinics() {
        return new ClinicTable(List.of(clinic("a", 37.5), clinic("b", 37.6), clinic("c", 37.7)));
    }

    private static Clinic clinic(String id, double latitude) {
        return new Clinic(new ClinicId(id), "의원 " + id, "서울특별시", "중구", "세종대로 1", "02-000-0000", latitude, 127);
    }

    private static OpeningSchedule schedule() {
        CohortId cohort = new CohortId("age-55-59");
        return new OpeningSchedule(
                new CampaignId("covid19-2021"),
                1,
                ZoneId.of("Asia/Seoul"),
                List.of(new Cohort(
                        cohort, new LocalizedText("가", "A"), new EligibilityRule("cohort-birth-year", Map.of()))),
                List.of(new BookingWindow(
                        new WindowId("w0714"),
                        cohort,
                        OPENS,
                        CLOSES,
                        Optional.empty(),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(5))));
    }
}

package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.Membership;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A rotation")
class RotationReaderTest {
    private static final String ROTATION = "{ id: rot, cohort: young, rotate: birth-day, days: 2021-08-09/2021-08-18,"
            + " opens: \"20:00\", closes: \"18:00+1d\" }";
    private static final String OTHER = "{ id: w2, cohort: young, opens: 2021-08-12T19:00, closes: 2021-08-12T21:00 }";
    private static final Membership YOUNG = new EligibilityRule("born", Map.of("year", "1999"));

    @Test
    void becomesOneWindowForEachDayOfThoseWhoseDayItIs() {
        OpeningSchedule schedule = CampaignText.campaign(ROTATION).schedule();
        List<BookingWindow> windows = schedule.windows();
        assertEquals(10, windows.size());
        for (int i = 0; i < 10; i++) {
            LocalDate day = LocalDate.of(2021, 8, 9).plusDays(i);
            BookingWindow window = windows.get(i);
            String digit = String.valueOf((9 + i) % 10);
            assertEquals(new WindowId("rot-" + day), window.id());
            assertEquals(new CohortId("young-day-" + digit), window.cohort());
            assertEquals(Instant.parse(day + "T11:00:00Z"), window.opensAt());
            assertEquals(Instant.parse(day.plusDays(1) + "T09:00:00Z"), window.closesAt());
            assertEquals(Optional.empty(), window.checkInAt());
            Cohort cohort = schedule.cohort(window.cohort()).orElseThrow();
            assertEquals(
                    new Membership.All(
                            List.of(YOUNG, new EligibilityRule("cohort-birthday-rotation", Map.of("day", digit)))),
                    cohort.rule());
            assertEquals(
                    new LocalizedText("청년, 생일 끝자리 " + digit, "Young, day of birth ending in " + digit), cohort.label());
        }
        assertTrue(schedule.cohort(new CohortId("young")).isPresent());
    }

    @Test
    void hasItsCheckInEachDay() {
        String text = CampaignText.withWindows(ROTATION.replace(" }", ", checkIn: \"19:00\", graceMinutes: 3 }"))
                + "waitingRoom: { order: draw }\n";
        BookingWindow third = CampaignText.read(text).schedule().windows().get(2);
        assertEquals(Optional.of(Instant.parse("2021-08-11T10:00:00Z")), third.checkInAt());
        assertEquals(3, third.grace().toMinutes());
    }

    @Test
    void mayComeTwiceAndGoOverTheEndOfAMonth() {
        Campaign campaign = CampaignText.campaign(ROTATION.replace("2021-08-18", "2021-09-07"));
        Map<CohortId, Long> chances = campaign.schedule().windows().stream()
                .collect(Collectors.groupingBy(BookingWindow::cohort, Collectors.counting()));
        assertEquals(Set.of(2L, 3L, 4L), Set.copyOf(chances.values()));
        assertEquals(10, chances.size());
    }

    @Test
    void isWrittenDownAsTheWindowsThatItBecame() {
        Campaign campaign = CampaignText.campaign(ROTATION);
        String written = WrittenCampaign.written(campaign);
        assertTrue(CampaignText.read(written).saysTheSameAs(campaign), written);
    }

    static Stream<Arguments> wrongDays() {
        return Stream.of(
                rotation(
                        ROTATION.replace("08-18", "08-17"),
                        "line 13: No day of this rotation is for whoever of cohort young was born on 1999-01-08, nor for"
                                + " those of 35 other birth dates."),
                rotation(
                        ROTATION.replace("2021-08-09/2021-08-18", "2021-08-28/2021-09-06"),
                        "line 13: No day of this rotation is for whoever of cohort young was born on 1999-01-07"),
                rotation(
                        ROTATION.replace("18:00+1d", "20:01+1d"),
                        "line 13: Window rot-2021-08-10 overlaps window rot-2021-08-09 (line 13) of the same cohort"),
                Arguments.of(
                        CampaignText.withWindows(ROTATION, OTHER),
                        "line 14: Window w2 overlaps window rot-2021-08-12 (line 13) of the same cohort"),
                rotation(ROTATION.replace("18:00+1d", "18:00"), "line 13: The window closes before it opens"));
    }

    static Stream<Arguments> wrongWords() {
        return Stream.of(
                rotation(ROTATION.replace("20:00", "25:00"), "line 13: opens '25:00' is not on the clock"),
                rotation(ROTATION.replace("\"20:00\"", "8pm"), "line 13: opens '8pm' is no hour of a rotation"),
                rotation(
                        ROTATION.replace("\"20:00\"", "2021-08-09T20:00"),
                        "line 13: opens '2021-08-09T20:00' is no hour of a rotation"),
                rotation(ROTATION.replace("/2021-08-18", ""), "line 13: days '2021-08-09' names no days"),
                rotation(ROTATION.replace("08-18", "08-08"), "line 13: days '2021-08-09/2021-08-08' is no day"),
                rotation(
                        ROTATION.replace("08-18", "02-30"), "line 13: days '2021-08-09/2021-02-30': the last day lies"),
                rotation(
                        ROTATION.replace("2021-08-18", "2031-08-18"),
                        "line 13: days '2021-08-09/2031-08-18' is no day"),
                rotation(ROTATION.replace(" days: 2021-08-09/2021-08-18,", ""), "line 13: a window has no days"),
                rotation(ROTATION.replace("birth-day", "moon"), "line 13: rotate 'moon': write birth-day."),
                rotation(ROTATION.replace("young", "nobody"), "line 13: No cohort is called nobody"),
                rotation(
                        ROTATION.replace(" }", ", checkIn: \"20:30\" }"), "line 13: Check-in begins after the opening"),
                rotation(
                        ROTATION.replace("id: rot", "id: " + "r".repeat(60)),
                        "line 13: id " + "r".repeat(60) + ": it is too long"),
                Arguments.of(
                        CampaignText.withWindows(ROTATION, OTHER.replace("w2", "rot-2021-08-09")),
                        "line 14: Two windows are called rot-2021-08-09"),
                Arguments.of(
                        CampaignText.withWindows(ROTATION).replace("id: old", "id: young-day-9"),
                        "line 13: A cohort is called young-day-9"),
                Arguments.of(
                        CampaignText.withWindows(ROTATION.replace("2021-08-09/2021-08-18", "2021-10-22/2021-10-31"))
                                .replace("Asia/Seoul", "Europe/Berlin")
                                .replace("18:00+1d", "02:30+1d"),
                        "line 13: 2021-10-30: 2021-10-31T02:30 comes twice in Europe/Berlin"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"wrongDays", "wrongWords"})
    void isRefusedWithItsLine(String text, String fault) {
        CampaignRefusedException refused =
                assertThrows(CampaignRefusedException.class, () -> CampaignReader.read(text, CampaignText.RULES));
        assertTrue(
                refused.faults().stream().anyMatch(each -> each.toString().startsWith(fault)),
                () -> refused.faults().toString());
    }

    @Test
    void leavesOutWhoMayBelongToItsCohortAsWell() {
        String text = CampaignText.withWindows(ROTATION.replace("08-18", "08-17"))
                .replace("rule: born\n    with: { year: 1999 }", "rule: cohort-named");
        CampaignRefusedException refused =
                assertThrows(CampaignRefusedException.class, () -> CampaignReader.read(text, CampaignText.RULES));
        assertTrue(refused.faults().toString().contains("born on 1880-01-08"), refused.faults()::toString);
        CampaignText.read(text.replace("08-17", "08-18"));
    }

    @Test
    void leavesItToTheCheckToFindWhoHasNoWindow() {
        OpeningSchedule schedule = CampaignText.campaign(ROTATION.replace("2021-08-18", "2021-08-19"))
                .schedule();
        assertEquals(
                List.of(
                        "No window is for whoever of cohort old was born on 1962-01-01, nor for those of 364 other birth"
                                + " dates."),
                PeopleLeftOut.of(schedule, CampaignText.RULES));
    }

    private static Arguments rotation(String window, String fault) {
        return Arguments.of(CampaignText.withWindows(window), fault);
    }
}

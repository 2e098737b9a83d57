package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.waitingroom.WindowMark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The window of a mark")
class MarkedWindowsTest {
    private static final CampaignId CAMPAIGN = new CampaignId("covid19-2021");
    private static final WindowId WINDOW = new WindowId("w1");
    private static final WindowMark MARK = WindowMark.of(CAMPAIGN, WINDOW);
    private static final Instant EIGHT = Instant.parse("2021-07-14T11:00:00Z");

    private final MarkedWindows windows = new MarkedWindows();

    @Test
    void isThatOfTheScheduleThatIsAskedFor() {
        OpeningSchedule planned = opensAt(EIGHT);
        OpeningSchedule postponed = opensAt(EIGHT.plusSeconds(3_600));
        for (OpeningSchedule asked : List.of(planned, postponed, planned, planned)) {
            assertEquals(Optional.of(asked.windows().get(0)), windows.of(MARK, asked));
        }
    }

    @Test
    void isNoneForAnotherCampaignOrWindow() {
        OpeningSchedule schedule = opensAt(EIGHT);
        assertEquals(Optional.empty(), windows.of(WindowMark.of(new CampaignId("flu-2021"), WINDOW), schedule));
        assertEquals(Optional.empty(), windows.of(WindowMark.of(CAMPAIGN, new WindowId("w2")), schedule));
    }

    private static OpeningSchedule opensAt(Instant time) {
        CohortId id = new CohortId("everybody");
        Cohort cohort = new Cohort(
                id, new LocalizedText("모두", "Everybody"), new EligibilityRule("cohort-birth-year", Map.of()));
        BookingWindow window = new BookingWindow(
                WINDOW,
                id,
                time,
                time.plus(Duration.ofDays(10)),
                Optional.empty(),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5));
        return new OpeningSchedule(CAMPAIGN, 1, ZoneId.of("Asia/Seoul"), List.of(cohort), List.of(window));
    }
}

package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A file that is to replace the schedule")
class ChangeRulesTest {
    private static final String PAST = "{ id: past, cohort: old, opens: 2021-07-01T20:00, closes: 2021-07-05T18:00 }";
    private static final String OPEN = "{ id: open, cohort: old, opens: 2021-07-10T20:00, closes: 2021-07-20T18:00 }";
    private static final String NEXT = "{ id: next, cohort: young, opens: 2021-07-16T20:00, closes: 2021-07-20T18:00 }";
    private static final Instant NOW = Instant.parse("2021-07-15T00:00:00Z");
    private static final OpeningSchedule BEFORE = schedule(PAST, OPEN, NEXT);

    @ParameterizedTest(name = "may be refused: {0}")
    @CsvSource({
        "2021-07-20T18:00, 2021-07-20T19:00, Window open is open: the file cannot alter it",
        "id: open, id: other, Window open is open: the file cannot drop it",
        "year: 1962, year: 1961, Window open is open: who belongs to cohort old cannot change",
        "2021-07-05T18:00, 2021-07-06T18:00, Window past has closed and stays as it was",
        "'id: next, cohort: young', 'id: next, cohort: old', Window next is of cohort young for good",
        "covid19-2021, covid19-2022, Window open is open: the file cannot drop it"
    })
    void mayNotTouchWhatPeopleRelyOn(String there, String instead, String refusal) {
        // Another end of the open window, so that the two never overlap in the edited file.
        String text = CampaignText.withWindows(
                PAST, OPEN, NEXT.replace("07-16T20:00", "07-21T20:00").replace("07-20", "07-30"));
        OpeningSchedule before = CampaignText.read(text).schedule();
        int at = text.indexOf(there);
        OpeningSchedule after = CampaignText.read(text.substring(0, at) + instead + text.substring(at + there.length()))
                .schedule();
        List<String> refusals = new ChangeRules(before, List.of(), NOW).refusals(after);
        assertEquals(1, refusals.size(), refusals::toString);
        assertEquals(refusal, refusals.get(0).substring(0, refusal.length()));
    }

    @ParameterizedTest(name = "{1} ms before who holds a place may confirm it no more, {0}: {2} refusal(s)")
    @CsvSource({"covid19-2022, 1, 1", "covid19-2022, 0, 0", "covid19-2021, 1, 0"})
    void mayNotEndTheGraceOfAnotherCampaign(String campaign, long millis, int refusals) {
        String text = CampaignText.withWindows(PAST);
        OpeningSchedule before = CampaignText.read(text).schedule();
        BookingWindow past = before.windows().get(0);
        Instant now = past.closesAt().plus(past.grace()).minusMillis(millis);
        OpeningSchedule after = CampaignText.read(
                        text.replace("covid19-2021", campaign).replace(PAST, NEXT))
                .schedule();
        assertEquals(
                refusals,
                new ChangeRules(before, List.of(), now).refusals(after).size());
    }

    @Test
    void mayDoAnythingToWhatHasNotBegun() {
        assertEquals(List.of(), new ChangeRules(BEFORE, List.of(), NOW).refusals(schedule(OPEN)));
        assertEquals(
                List.of(),
                new ChangeRules(BEFORE, List.of(), NOW).refusals(schedule(OPEN, NEXT.replace("T20:00", "T10:00"))));
        assertEquals(List.of(), new ChangeRules(BEFORE, List.of(), Instant.MIN).refusals(schedule(NEXT)));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(NEXT, 0),
                Arguments.of(NEXT.replace("16T20:00", "16T19:59"), 1),
                Arguments.of(NEXT.replace("16T20:00", "16T20:01"), 0),
                Arguments.of(NEXT.replace(" }", ", checkIn: 2021-07-16T19:59 }"), 1),
                Arguments.of(NEXT.replace(" }", ", checkIn: 2021-07-16T20:00 }"), 0),
                Arguments.of(NEXT.replace("next", "renamed").replace("16T20:00", "16T19:59"), 1),
                Arguments.of(NEXT.replace("next", "renamed"), 0));
    }

    @ParameterizedTest(name = "{0} makes {1} thing(s) earlier")
    @MethodSource("changes")
    void makesSomethingEarlierOrNot(String next, int count) {
        String text = CampaignText.withWindows(OPEN, next) + "waitingRoom: { order: draw }\n";
        OpeningSchedule after = CampaignText.read(text).schedule();
        assertEquals(
                count, new ChangeRules(BEFORE, List.of(), NOW).earlier(after).size());
    }

    @ParameterizedTest(name = "{0} ms before an opening: {1} refusal(s)")
    @CsvSource({"1001, 0", "1000, 1", "1, 1"})
    void mayNotAlterWhatOpensBeforeEveryNodeKnows(long millis, int refusals) {
        Instant now = Instant.parse("2021-07-16T11:00:00Z").minusMillis(millis);
        OpeningSchedule later = schedule(PAST, OPEN, NEXT.replace("16T20:00", "17T20:00"));
        assertEquals(
                refusals,
                new ChangeRules(BEFORE, List.of(), now).refusals(later).size());
    }

    @ParameterizedTest(name = "dropped and put back: {0} instead of {1} is refused {2} and earlier {3} time(s)")
    @CsvSource({
        "07-16T20:00, 07-16T20:00, 0, 0",
        "07-16T20:00, 07-16T19:59, 0, 1",
        "07-16T20:00, 07-17T20:00, 0, 0",
        "id: next, id: renamed, 0, 0",
        "'id: next, cohort: young, opens: 2021-07-16T20', 'id: renamed, cohort: young, opens: 2021-07-16T19', 0, 1",
        "07-05T18:00, 07-05T18:00, 0, 0",
        "07-05T18:00, 07-06T18:00, 1, 0",
        "id: past, id: renamed, 0, 0"
    })
    void isComparedWithWhatWasDroppedToo(String there, String instead, int refusals, int earlier) {
        List<BookingWindow> dropped = schedule(PAST, NEXT).windows();
        OpeningSchedule after = schedule(PAST.replace(there, instead), OPEN, NEXT.replace(there, instead));
        ChangeRules rules = new ChangeRules(schedule(OPEN), dropped, NOW);
        assertEquals(refusals, rules.refusals(after).size());
        assertEquals(earlier, rules.earlier(after).size());
    }

    private static OpeningSchedule schedule(String... windows) {
        return CampaignText.campaign(windows).schedule();
    }
}

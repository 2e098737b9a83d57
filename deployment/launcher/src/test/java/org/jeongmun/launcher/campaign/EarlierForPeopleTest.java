package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.jeongmun.schedule.OpeningSchedule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("People who were told a time")
class EarlierForPeopleTest {
    private static final String OLD = "{ id: w1, cohort: old, opens: 2021-07-16T20:00, closes: 2021-07-20T18:00 }";
    private static final String YOUNG = "{ id: w2, cohort: young, opens: 2021-07-21T20:00, closes: 2021-07-25T18:00 }";
    private static final Instant NOW = Instant.parse("2021-07-15T00:00:00Z");
    private static final String BEFORE = CampaignText.withWindows(OLD, YOUNG);

    private static List<String> earlier(String after, Instant now) {
        OpeningSchedule before = CampaignText.read(BEFORE).schedule();
        return new EarlierForPeople(before, now, new BirthDates(CampaignText.RULES))
                .of(CampaignText.read(after).schedule());
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource({
        // Another name for the cohort and its window, ten minutes earlier.
        "'2021-07-21T20:00','2021-07-21T19:50', w2new",
        // The same, at the time that was told, and later.
        "'2021-07-21T20:00','2021-07-21T20:00',",
        "'2021-07-21T20:00','2021-07-21T20:10',",
    })
    void areFoundWhateverTheirCohortIsCalledNow(String there, String instead, String found) {
        String after = BEFORE.replace("id: young", "id: others")
                .replace("id: w2, cohort: young", "id: w2new, cohort: others")
                .replace(there, instead);
        assertEquals(
                found == null
                        ? List.of()
                        : List.of("Window w2new would open earlier than announced for whoever was born on 1999-01-01"),
                earlier(after, NOW));
    }

    @Test
    void areFoundInACohortThatIsMadeWiderForThem() {
        String after = BEFORE.replace("year: 1962", "year: 1999")
                .replace("    with: { year: 1999 }\nwindows", "    with: { year: 1962 }\nwindows");
        assertEquals(
                List.of("Window w1 would open earlier than announced for whoever was born on 1999-01-01"),
                earlier(after, NOW));
    }

    @Test
    void areNoneWhereNobodyHadBeenToldATime() {
        String more = BEFORE.replace("year: 1999", "year: 2001").replace("21T20:00", "16T10:00");
        assertEquals(List.of(), earlier(more, NOW));
    }

    @Test
    void areNoneByAWindowThatIsOver() {
        String both = BEFORE.replace("id: w2, cohort: young", "id: w2, cohort: old");
        String wider = both.replace(
                "    rule: born\n    with: { year: 1962 }",
                "    rule:\n      any:\n        - { rule: born, with: { year: 1962 } }\n        - { rule: born, with: { year: 2001 } }");
        OpeningSchedule before = CampaignText.read(both).schedule();
        OpeningSchedule after = CampaignText.read(wider).schedule();
        BirthDates people = new BirthDates(CampaignText.RULES);
        assertEquals(List.of(), new EarlierForPeople(before, Instant.parse("2021-07-20T12:00:00Z"), people).of(after));
    }

    @Test
    void areNobodyBeforeADemoHasBegun() {
        assertEquals(
                List.of(),
                earlier(
                        BEFORE.replace("id: young", "id: others").replace("cohort: young", "cohort: others"),
                        Instant.MIN));
    }

    @Test
    void areNoneWhoMayComeAlready() {
        String after =
                BEFORE.replace("id: young", "id: others").replace("id: w2, cohort: young", "id: w3, cohort: others");
        assertEquals(List.of(), earlier(after, Instant.parse("2021-07-22T00:00:00Z")));
    }
}

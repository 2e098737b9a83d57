package org.jeongmun.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whether and when somebody may book")
class EntitlementTest {
    private static final Instant OPENS = Instant.parse("2021-07-14T11:00:00Z");
    private static final WindowId INVITED = new WindowId("w-invited");
    private static final OpeningSchedule SCHEDULE = new OpeningSchedule(
            new CampaignId("covid19-2021"),
            1,
            ZoneId.of("Asia/Seoul"),
            List.of(cohort("invited"), cohort("later"), cohort("elsewhere")),
            List.of(
                    window("w-invited", "invited", OPENS, Optional.of(OPENS.minusSeconds(3600))),
                    window("w-elsewhere", "elsewhere", OPENS.plusSeconds(10), Optional.empty()),
                    window("w-later", "later", OPENS.plusSeconds(60), Optional.of(OPENS.minusSeconds(60)))));

    /** Nobody who is not let in yet is sent away as too early: of two looks at the time one could say each. */
    @ParameterizedTest(name = "between {0} and {1} ms of the opening: open for them {2}")
    @CsvSource({"-3600000, -3600000, false", "-2, -1, false", "-1, 0, false", "-1, 1, false", "0, 0, true", "0, 2, true"
    })
    void isDecidedWithTheLineThatMayBeJoinedFromOneLookAtTheTime(long earliest, long latest, boolean open) {
        Entitlement entitlement = of(new TimeBound(OPENS.plusMillis(earliest), OPENS.plusMillis(latest)), "invited");

        assertEquals(open, entitlement instanceof Entitlement.Now);
        assertEquals(Optional.of("w-invited"), joinable(entitlement));
    }

    @Test
    void namesTheNextWindowAndNoLineBeforeThereIsOne() {
        Entitlement.NotNow early = (Entitlement.NotNow)
                of(TimeBound.exactly(OPENS.minusSeconds(3600).minusMillis(1)), "invited");

        assertEquals(RefusalReason.NOT_YET_YOUR_TIME, early.reason());
        assertEquals("w-invited", early.next().orElseThrow().id().value());
        assertTrue(early.joinable().isEmpty());
    }

    @Test
    void letsSomebodyJoinTheLineThatIsThereThoughAnotherWindowOfTheirsOpensBefore() {
        Entitlement.NotNow waits =
                (Entitlement.NotNow) of(TimeBound.exactly(OPENS.minusSeconds(30)), "elsewhere", "later");

        assertEquals("w-elsewhere", waits.next().orElseThrow().id().value());
        assertEquals(Optional.of("w-later"), joinable(waits));
    }

    @Test
    void isOverAfterTheLastWindow() {
        Entitlement.NotNow late = (Entitlement.NotNow) of(TimeBound.exactly(OPENS.plus(Duration.ofDays(9))), "invited");

        assertEquals(RefusalReason.YOUR_TIME_IS_OVER, late.reason());
        assertTrue(late.next().isEmpty() && late.joinable().isEmpty());
    }

    private static Optional<String> joinable(Entitlement entitlement) {
        return entitlement.joinable().map(window -> window.id().value());
    }

    @Test
    void isTheWindowWithPlacesLeftOrTheOneWhoseLineHasLetThemIn() {
        TimeBound both = TimeBound.exactly(OPENS.plusSeconds(60));
        Eligibility eligibility = new Eligibility(cohorts("invited", "elsewhere"), Set.of());

        Entitlement.Now now = (Entitlement.Now) Entitlement.of(
                eligibility, SCHEDULE, both, window -> window.id().equals(INVITED));

        assertEquals("w-elsewhere", now.window().id().value());
        assertEquals(INVITED, now.through(Optional.of(INVITED)).id());
        assertEquals(now.window(), now.through(Optional.of(new WindowId("w-later"))), "not theirs");
        assertEquals(Optional.of("w-invited"), joinable(of(both, "elsewhere", "invited")), "in order where all have");
    }

    /** Theirs may be the window that is open: nobody is told another day alone, and none loses a line of theirs. */
    @Test
    void isNotKnownWhileACohortWhoseWindowIsOpenGivesNoAnswer() {
        Eligibility eligibility = new Eligibility(cohorts("later"), cohorts("invited"));

        Entitlement.NotNow open =
                (Entitlement.NotNow) Entitlement.of(eligibility, SCHEDULE, TimeBound.exactly(OPENS), window -> false);
        Entitlement.NotNow before = (Entitlement.NotNow)
                Entitlement.of(eligibility, SCHEDULE, TimeBound.exactly(OPENS.minusMillis(1)), window -> false);

        assertEquals(RefusalReason.ELIGIBILITY_UNDETERMINED, open.reason());
        assertEquals("w-later", open.next().orElseThrow().id().value());
        assertEquals(Optional.of("w-later"), joinable(open));
        assertEquals(RefusalReason.NOT_YET_YOUR_TIME, before.reason());
        assertEquals(Optional.of("w-later"), joinable(before));
    }

    private static Entitlement of(TimeBound now, String... cohorts) {
        return Entitlement.of(new Eligibility(cohorts(cohorts), Set.of()), SCHEDULE, now, window -> false);
    }

    private static Set<CohortId> cohorts(String... ids) {
        return Arrays.stream(ids).map(CohortId::new).collect(Collectors.toSet());
    }

    private static Cohort cohort(String id) {
        return new Cohort(
                new CohortId(id), new LocalizedText("가", "A"), new EligibilityRule("cohort-birth-year", Map.of()));
    }

    private static BookingWindow window(String id, String cohort, Instant opens, Optional<Instant> checkIn) {
        return new BookingWindow(
                new WindowId(id),
                new CohortId(cohort),
                opens,
                opens.plus(Duration.ofDays(7)),
                checkIn,
                Duration.ofMinutes(10),
                Duration.ofMinutes(5));
    }
}

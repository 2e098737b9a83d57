package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.supply.Days;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolId;
import org.jeongmun.supply.PoolUse;
import org.jeongmun.supply.Release;
import org.jeongmun.supply.Supply;
import org.jeongmun.supply.Vaccine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a campaign file says about supply")
class SupplyReaderTest {
    private static final String WINDOW =
            "{ id: w1, cohort: old, opens: 2021-07-12T00:00, closes: 2021-07-24T18:00, pool: p }";
    private static final String VACCINE =
            "{ id: M, label: { ko: 모더나, en: Moderna }, doses: 2, interval: { minDays: 21, targetDays: 28, maxDays: 35 } }";
    private static final String POOL =
            "{ id: p, vaccine: M, days: 2021-07-26/2021-08-07, releases: [{ at: 2021-07-12T00:00, add: 1850000 },"
                    + " { at: 2021-07-14T20:00, add: 30, by: { 서울특별시: 20, 제주특별자치도: 10 } }] }";

    private static String file(String vaccine, String pool, String window) {
        return CampaignText.withWindows(window) + "vaccines:\n  - " + vaccine + "\npools:\n  - " + pool + "\n";
    }

    @Test
    void isReadAsItIsWritten() {
        String perDay = WINDOW.replace("pool: p", "pool: p, perDay: even, carryOver: true");
        Supply expected = new Supply(
                List.of(new Vaccine(
                        "M",
                        Optional.of(new LocalizedText("모더나", "Moderna")),
                        Optional.of(new Vaccine.Interval(21, 28, 35)))),
                List.of(new Pool(
                        new PoolId("p"),
                        Optional.of("M"),
                        Optional.of(new Days(LocalDate.of(2021, 7, 26), LocalDate.of(2021, 8, 7))),
                        List.of(
                                new Release(Instant.parse("2021-07-11T15:00:00Z"), 1_850_000),
                                new Release(
                                        Instant.parse("2021-07-14T11:00:00Z"),
                                        30,
                                        new TreeMap<>(Map.of("서울특별시", 20L, "제주특별자치도", 10L)))))),
                List.of(new PoolUse(new WindowId("w1"), new PoolId("p"), true, true)));

        Campaign campaign = CampaignText.read(file(VACCINE, POOL, perDay));

        assertEquals(expected, campaign.supply());
        assertEquals(
                expected, CampaignText.read(WrittenCampaign.written(campaign)).supply());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                vaccine("doses: 2", "doses: 3", "doses '3': write a whole number from 1 to 2"),
                vaccine("doses: 2", "doses: 1", "A vaccine of one dose has no interval"),
                vaccine(", interval: { minDays: 21, targetDays: 28, maxDays: 35 }", "", "A vaccine of two doses has"),
                vaccine("minDays: 21", "minDays: 29", "The interval is not in order"),
                vaccine("maxDays: 35", "most: 35", "'most' is no key of interval", "interval has no maxDays"),
                vaccine("id: M", "id: N", "No vaccine is called 'M'"),
                pool("id: p", "id: P", "id 'P': The id of a pool", "No pool is called p"),
                pool("2021-07-26/2021-08-07", "2021-08-07/2021-07-26", "days '2021-08-07/2021-07-26': write"),
                pool("2021-07-26/2021-08-07", "soon", "days 'soon': write"),
                pool("add: 1850000", "add: 0", "add '0': write a whole number from 1"),
                pool("add: 1850000", "ad: 1", "'ad' is no key of a release", "a release has no add"),
                pool("add: 30", "add: 31", "by comes to 30, and add says 31"),
                pool("2021-07-14T20:00", "2021-07-12T00:00", "Two releases of this pool are at the same time"),
                pool("add: 1850000", "add: 1850000, by: odd", "by 'odd': write even"),
                pool("T20:00", "T20:00Z", "at '2021-07-14T20:00Z' has an offset"),
                window("pool: p", "graceMinutes: 1", "No window draws on pool p"),
                window("pool: p", "pool: q", "No pool is called q", "No window draws on pool p"),
                window("pool: p", "pool: p, perDay: even", "The window has perDay, so it must say whether"),
                window("pool: p", "pool: p, carryOver: true", "carryOver is about what perDay leaves over"),
                window(
                        "pool: p",
                        "perDay: even, carryOver: no",
                        "carryOver 'no': write false or true",
                        "perDay divides a pool, and the window names none",
                        "No window draws on pool p"));
    }

    private static Arguments vaccine(String from, String to, String... faults) {
        return Arguments.of(file(VACCINE.replace(from, to), POOL, WINDOW), List.of(faults));
    }

    private static Arguments pool(String from, String to, String... faults) {
        return Arguments.of(file(VACCINE, POOL.replace(from, to), WINDOW), List.of(faults));
    }

    private static Arguments window(String from, String to, String... faults) {
        return Arguments.of(file(VACCINE, POOL, WINDOW.replace(from, to)), List.of(faults));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrong")
    void isRefusedWithEveryFaultAndItsLine(String text, List<String> expected) {
        CampaignRefusedException refused =
                assertThrows(CampaignRefusedException.class, () -> CampaignReader.read(text, CampaignText.RULES));
        assertEquals(
                expected.size(), refused.faults().size(), () -> refused.faults().toString());
        for (String beginning : expected) {
            assertTrue(
                    refused.faults().stream().anyMatch(fault -> fault.message().startsWith(beginning)),
                    () -> refused.faults().toString());
        }
        assertTrue(refused.faults().stream().allMatch(fault -> fault.line() >= 13));
    }
}

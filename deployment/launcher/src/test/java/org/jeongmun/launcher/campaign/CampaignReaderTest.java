package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.WaitingRoom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A campaign file")
class CampaignReaderTest {
    private static final String WINDOW = "{ id: w1, cohort: old, opens: 2021-07-14T20:00, closes: 2021-07-24T18:00 }";

    @Test
    void saysEverythingThatItsKeysSay() {
        Campaign campaign = CampaignText.read(
                CampaignText.withWindows("{ id: w1, cohort: old, opens: 2021-07-14T20:00, closes: 2021-07-24T18:00,"
                                + " checkIn: 2021-07-14T19:00, graceMinutes: 7, holdMinutes: 3 }")
                        + "waitingRoom: { order: draw, admitPerSecond: 200, maxInside: 40000, passMinutes: 15 }\n"
                        + "proxyBooking: { allowed: true, perRepresentative: 4 }\n");
        assertEquals(
                List.of(new BookingWindow(
                        new WindowId("w1"),
                        new CohortId("old"),
                        Instant.parse("2021-07-14T11:00:00Z"),
                        Instant.parse("2021-07-24T09:00:00Z"),
                        Optional.of(Instant.parse("2021-07-14T10:00:00Z")),
                        Duration.ofMinutes(7),
                        Duration.ofMinutes(3))),
                campaign.schedule().windows());
        assertEquals(Optional.of(new WaitingRoom(WaitingRoom.Order.DRAW, 200, 40_000, 15)), campaign.waitingRoom());
        assertEquals(Optional.of(new ProxyBooking(true, 4)), campaign.proxyBooking());
        assertEquals(
                new EligibilityRule("born", Map.of("year", "1962")),
                campaign.schedule().cohorts().get(0).rule());
    }

    @Test
    void readsEveryScalarAsText() {
        Campaign campaign = CampaignText.read(CampaignText.withWindows(WINDOW)
                .replace("{ year: 1962 }", "{ year: 0o17 }")
                .replace("w1", "no"));
        assertEquals("no", campaign.schedule().windows().get(0).id().value());
        assertEquals(
                new EligibilityRule("born", Map.of("year", "0o17")),
                campaign.schedule().cohorts().get(0).rule());
    }

    @Test
    void mayBeginWithAByteOrderMark() throws CampaignRefusedException {
        byte[] bytes = ("\uFEFF" + CampaignText.withWindows(WINDOW)).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "covid19-2021",
                CampaignFile.read(bytes, CampaignText.RULES)
                        .schedule()
                        .campaign()
                        .value());
    }

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                file("", "line 1: The file is empty"),
                file("just a text", "line 1: the file is a group of keys"),
                file("campaign: [a", "line 1: This is not YAML"),
                file("a: b\n\tc: d", "line 2: This is not YAML"),
                edited("{ year: 1999 }", "\f{ year: 1999 }", "line 11: This is not YAML: the character U+000C is not"),
                edited("rule: born", "rule: born\u007F", "line 6: This is not YAML: 'DEL character"),
                file("# 1\r\n# 2\r# 3\n# \u0007", "line 4: This is not YAML: the character U+0007 is not allowed."),
                file("[".repeat(100), "line 1: Lists and groups lie more than 20 deep"),
                edited("campaign: covid19-2021", "campaign: Covid", "line 1: campaign 'Covid': The id of a campaign"),
                edited("campaign: covid19-2021", "campaign: [a]", "line 1: campaign is one text, not a list"),
                edited("campaign: covid19-2021", "campaign:", "line 1: campaign has no value"),
                edited("campaign: covid19-2021\n", "", "line 1: the file has no campaign. Add it."),
                edited("zone: Asia/Seoul", "zone: Asia/Soul", "line 2: zone 'Asia/Soul': there is no such time zone"),
                edited("zone: Asia/Seoul", "zone: A\nzone: B", "line 3: 'zone' stands twice", "line 2: zone 'A'"),
                edited("zone: Asia/Seoul", "zone: &z Asia/Seoul", "line 2: Anchors (&name) are not allowed"),
                edited("zone: Asia/Seoul", "zone: !!str Asia/Seoul", "line 2: Tags (!name) are not allowed"),
                edited(
                        "rule: born\n    with: { year: 1999 }",
                        "<<: { rule: born }",
                        "line 10: Merge keys (<<)",
                        "line 8: a cohort has no rule"),
                edited("zone: Asia/Seoul", "colour: red\nzone: Asia/Seoul", "line 2: 'colour' is no key of the file"),
                edited("zone: Asia/Seoul", "zone: Asia/Seoul\npools: []", "line 3: pools is a list of at least one"),
                edited("id: young", "id: old", "line 8: Two cohorts are called old"),
                edited("id: young", "id: 젊은", "line 8: id '젊은': The id of a cohort"),
                edited("en: \"Young\"", "de: \"Jung\"", "line 9: 'de' is no key of label", "line 9: label has no en"),
                edited("en: \"Young\"", "en: \"\"", "line 9: en has no value"),
                edited("rule: born\n    with: { year: 1999 }", "rule: nope", "line 10: No plugin brings it."),
                edited("{ year: 1999 }", "{ year: 1999, x: 1 }", "line 11: x: There is no such setting."),
                edited("{ year: 1999 }", "{ }", "line 11: year: It is missing."),
                edited("{ year: 1999 }", "{ year: [1] }", "line 11: 'year' is one text, not a list"));
    }

    static Stream<Arguments> wrongWindows() {
        return Stream.of(
                windows("{ cohort: old, opens: 2021-07-14T20:00, closes: 2021-07-24T18:00 }", "a window has no id"),
                windows(WINDOW.replace("w1", "W1"), "id 'W1': The id of a booking window"),
                windows(WINDOW.replace("old", "nobody"), "No cohort is called nobody"),
                windows(
                        WINDOW.replace("07-24T18:00", "07-14T20:00"),
                        "The window closes before it opens, or as it does"),
                windows(WINDOW.replace("07-24", "02-30"), "closes '2021-02-30T18:00' is not in the calendar"),
                windows(WINDOW.replace("T18:00", "T18:00+09:00"), "closes '2021-07-24T18:00+09:00' has an offset"),
                windows(WINDOW.replace("2021-07-24T18:00", "soon"), "closes 'soon' is no time"),
                windows(
                        WINDOW.replace("T18:00", "T18:00:00.0000001"),
                        "closes '2021-07-24T18:00:00.0000001' is no time"),
                windows(WINDOW.replace("T18:00", "T18:00:61"), "closes '2021-07-24T18:00:61' is not in the calendar"),
                windows(WINDOW.replace(" }", ", holdMinutes: 0 }"), "holdMinutes '0': write a whole number from 1"),
                windows(WINDOW.replace(" }", ", graceMinutes: -1 }"), "graceMinutes '-1': write a whole number from 0"),
                windows(WINDOW.replace(" }", ", days: 2021-08-09/2021-08-18 }"), "'days' is no key of a window"),
                windows(WINDOW.replace(" }", ", checkIn: 2021-07-14T21:00 }"), "Check-in begins after the opening"),
                file(
                        CampaignText.withWindows(WINDOW, WINDOW),
                        "line 14: Two windows are called w1",
                        "line 14: Window w1 overlaps window w1 (line 13) of the same cohort"),
                file(CampaignText.withWindows(WINDOW, "*w"), "line 14: Aliases (*name) are not allowed"),
                file(CampaignText.withWindows(WINDOW) + "---\na: b\n", "line 14: A second document begins here"),
                file(CampaignText.COHORTS, "line 1: the file has no windows"),
                file(CampaignText.COHORTS + "windows: []\n", "line 12: windows is a list of at least one"),
                file(
                        CampaignText.withWindows(WINDOW) + "proxyBooking: { allowed: maybe }\n",
                        "line 14: allowed 'maybe': write false or true."),
                file(
                        CampaignText.withWindows(WINDOW) + "waitingRoom: { order: first, maxInside: 0 }\n",
                        "line 14: maxInside '0': write a whole number",
                        "line 14: order 'first': write arrival or draw."));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"wrongFiles", "wrongWindows"})
    void isRefusedWithEveryFaultAndItsLine(String text, List<String> expected) {
        List<String> faults = faultsOf(text);
        assertEquals(expected.size(), faults.size(), faults::toString);
        for (String beginning : expected) {
            assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(beginning)), faults::toString);
        }
    }

    @Test
    void thatHasACheckInNamesTheOrder() {
        String text = CampaignText.withWindows(WINDOW.replace(" }", ", checkIn: 2021-07-14T19:00 }"));
        assertTrue(faultsOf(text).get(0).startsWith("line 1: A window has checkIn"));
        assertTrue(faultsOf(text + "waitingRoom: { maxInside: 1 }\n").get(0).startsWith("line 14: waitingRoom has no"));
        CampaignText.read(text + "waitingRoom: { order: arrival }\n");
    }

    @Test
    void namesNoTimeThatClocksSkipOrShowTwice() {
        String berlin = CampaignText.withWindows(
                        "{ id: w1, cohort: old, opens: 2021-03-28T02:30, closes: 2021-10-31T02:30 }")
                .replace("Asia/Seoul", "Europe/Berlin");
        List<String> faults = faultsOf(berlin);
        assertTrue(faults.get(0).startsWith("line 13: closes 2021-10-31T02:30 comes twice in Europe/Berlin"));
        assertTrue(faults.get(1).startsWith("line 13: opens 2021-03-28T02:30 does not exist in Europe/Berlin"));
    }

    @Test
    void writesATimeThatClocksShowTwiceWithItsOffset() {
        String window = "{ id: w1, cohort: old, opens: 2021-10-31T02:30+01:00, closes: 2021-11-02T02:30 }";
        Campaign campaign = CampaignText.read(CampaignText.withWindows(window).replace("Asia/Seoul", "Europe/Berlin"));

        assertEquals(
                Instant.parse("2021-10-31T01:30:00Z"),
                campaign.schedule().windows().get(0).opensAt());
        String written = WrittenCampaign.written(campaign);
        assertTrue(written.contains("opens: \"2021-10-31T02:30+01:00\", closes: \"2021-11-02T02:30\""), written);
        assertTrue(CampaignText.read(written).saysTheSameAs(campaign));
        assertEquals(
                "line 13: opens 2021-10-31T02:30 comes twice in Europe/Berlin (+02:00 and +01:00): clocks go back from"
                        + " 03:00 to 02:00 on 2021-10-31. Write the one that is meant with its offset, such as"
                        + " 2021-10-31T02:30+02:00.",
                faultsOf(CampaignText.withWindows(window.replace("+01:00", "")).replace("Asia/Seoul", "Europe/Berlin"))
                        .get(0));
        assertTrue(faultsOf(CampaignText.withWindows(window.replace("+01:00", "+03:00"))
                        .replace("Asia/Seoul", "Europe/Berlin"))
                .get(0)
                .contains("has an offset"));
    }

    @Test
    void isInUtf8AndNotTooLarge() {
        byte[] latin =
                CampaignText.withWindows(WINDOW).replace("Elders", "\u00c4lter").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "line 5: This is not UTF-8. Save the file in UTF-8.",
                faultsOf(latin).get(0));
        byte[] large = new byte[CampaignFile.MOST_BYTES + 1];
        assertTrue(faultsOf(large).get(0).startsWith("line 1: The file is larger than 512 kB"));
    }

    @Test
    void isQuotedWithoutWhatSteersATerminal() {
        List<String> faults = faultsOf(CampaignText.withWindows(WINDOW).replace("Asia/Seoul", "\"\\e[2J\\nx\""));
        assertTrue(faults.get(0).startsWith("line 2: zone '?[2J?x': there is no such time zone"), faults::toString);
    }

    private static List<String> faultsOf(String text) {
        return faultsOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faultsOf(byte[] text) {
        CampaignRefusedException refused =
                assertThrows(CampaignRefusedException.class, () -> CampaignFile.read(text, CampaignText.RULES));
        return refused.faults().stream().map(Fault::toString).toList();
    }

    private static Arguments file(String text, String... faults) {
        return Arguments.of(text, List.of(faults));
    }

    private static Arguments edited(String there, String instead, String... faults) {
        String text = CampaignText.withWindows(WINDOW);
        assertTrue(text.contains(there), there);
        return file(text.replace(there, instead), faults);
    }

    private static Arguments windows(String window, String fault) {
        return file(CampaignText.withWindows(window), "line 13: " + fault);
    }
}

package org.jeongmun.web.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.waitingroom.WaitingView.Scene;
import org.jeongmun.web.waitingroom.WaitingView.Stand;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The waiting page")
class WaitingPageTest {
    private static final ZonedDateTime MOMENT =
            Instant.parse("2021-09-22T02:34:56Z").atZone(ZoneId.of("Asia/Seoul"));

    static Stream<Arguments> everything() {
        return Stream.of(Scene.values())
                .flatMap(scene -> Stream.of(AdmissionRefusal.values())
                        .flatMap(refusal -> Stream.of(true, false).map(drawn -> Arguments.of(scene, refusal, drawn))));
    }

    /* As much of everything as there can be. */
    private static WaitingView view(
            Scene scene, boolean drawn, Optional<AdmissionRefusal> refusal, Optional<LocalizedText> announcement) {
        boolean placed = !(drawn && scene == Scene.BEFORE);
        Stand stand = new Stand(
                new WindowId("w-ages-55-59-of-july-2021"),
                1_850_000,
                placed ? 1_849_999 : 0,
                placed ? 1_849_998 : 0,
                2.5,
                true,
                600);
        boolean inLine = scene != Scene.NOT_YET && scene != Scene.JOIN && scene != Scene.NO_LINE;
        return new WaitingView(
                scene,
                List.of(new LocalizedText("상태", "State")),
                inLine ? Optional.of(stand) : Optional.empty(),
                Optional.of(MOMENT),
                Optional.of(MOMENT.minusDays(1)),
                Optional.of(MOMENT),
                Optional.of(MOMENT),
                drawn,
                refusal,
                "/reserve/clinic",
                true,
                announcement,
                true);
    }

    @ParameterizedTest(name = "{0} {1} drawn={2}")
    @MethodSource("everything")
    void isNeverLongerThanItsPart(Scene scene, AdmissionRefusal refusal, boolean drawn) {
        LocalizedText long1 = new LocalizedText("가".repeat(400), "a".repeat(400));
        byte[] page = render(view(scene, drawn, Optional.of(refusal), Optional.of(long1)));
        assertTrue(page.length <= WaitingPage.MOST_BYTES, () -> page.length + " bytes");
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void speaksBothLanguagesAndSaysThatItIsADemo(Scene scene) {
        String page = text(render(view(scene, true, Optional.empty(), Optional.empty())));
        assertTrue(page.contains("<html lang=ko>") && page.contains("<span lang=en>"), page);
        assertTrue(page.contains("This is a demo."), page);
        assertTrue(page.contains("aria-live=polite"), page);
        assertEquals(1, page.split("<h1>", -1).length - 1);
    }

    @Test
    void namesWhoIsAheadAndARangeOfMinutes() {
        String page = text(render(view(Scene.WAITING, false, Optional.empty(), Optional.empty())));
        assertTrue(page.contains("앞에 약 <b class=a>1,850,000</b>명이 있습니다."), page);
        assertTrue(page.contains("<b class=l>9866</b>~<b class=h>16034</b>분"), page);
        assertTrue(page.contains("이 화면을 닫아도 순번은 유지됩니다."), page);
        assertTrue(page.contains("<noscript><meta http-equiv=refresh content=600></noscript>"), page);
    }

    @Test
    void leadsOnWhoIsCalledWithoutAnyScript() {
        String page = text(render(view(Scene.CALLED, false, Optional.empty(), Optional.empty())));
        assertTrue(page.contains(";url=/reserve/clinic\">"), page);
        assertTrue(page.contains("<a href=/reserve/clinic>"), page);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void escapesWhatAnOperatorHasTyped() {
        String page = text(
                render(view(Scene.JOIN, false, Optional.empty(), Optional.of(new LocalizedText("<b>&", "<script>")))));
        assertTrue(page.contains("&lt;b&gt;&amp;") && page.contains("&lt;script&gt;"), page);
    }

    @Test
    void letsTheBrowserRunWhatIsInItAndNothingElse() {
        for (Scene scene : Scene.values()) {
            String policy = WaitingPage.of(view(scene, true, Optional.empty(), Optional.empty()))
                    .policy();
            assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
            assertFalse(policy.contains("unsafe"), policy);
        }
    }

    @ParameterizedTest(name = "{0} is about {1}")
    @CsvSource({
        "0,0",
        "7,7",
        "999,999",
        "'1004','1,000'",
        "'12345','12,300'",
        "'12350','12,400'",
        "'1849998','1,850,000'"
    })
    void roundsToThreeDigits(long ahead, String said) {
        assertEquals(said, PersonalNumber.about(ahead));
    }

    static Stream<Arguments> whatPagesDependOn() {
        return everything()
                .flatMap(one -> Stream.of(0L, 7L, 1_849_998L)
                        .flatMap(ahead -> Stream.of(0.0, 2.5, 200.0)
                                .map(rate -> Arguments.of(one.get()[0], one.get()[1], one.get()[2], ahead, rate))));
    }

    @ParameterizedTest(name = "{0} {1} drawn={2} ahead={3} rate={4}")
    @MethodSource("whatPagesDependOn")
    void saysTheSameThoughItWasWrittenForOthers(
            Scene scene, AdmissionRefusal refusal, boolean drawn, long ahead, double rate) {
        WaitingPages pages = new WaitingPages();
        for (Scene other : Scene.values()) {
            for (double otherRate : new double[] {0, 9}) {
                WaitingView others = view(other, drawn, Optional.of(AdmissionRefusal.FORGED), Optional.empty());
                pages.of(behind(3, otherRate, others));
                pages.of(behind(3, otherRate, view(other, !drawn, Optional.empty(), Optional.empty())));
            }
        }
        WaitingView view = behind(ahead, rate, view(scene, drawn, Optional.of(refusal), Optional.empty()));
        WaitingPage remembered = pages.of(view);
        assertEquals(text(WaitingPageWriter.write(view, true), view), text(remembered.forPerson(view.stand())));
        assertEquals(WaitingPageWriter.policy(view), remembered.policy());
    }

    @Test
    void isWrittenOnceForAllWhoAreToldTheSame() {
        WaitingPages pages = new WaitingPages();
        WaitingView view = view(Scene.WAITING, false, Optional.empty(), Optional.empty());
        assertSame(pages.of(behind(5, 2, view)), pages.of(behind(9_000, 30, view)));
        assertNotSame(pages.of(behind(5, 2, view)), pages.of(behind(5, 0, view)));
    }

    @Test
    void takesNothingOfAnAnnouncementForTheNumberOfAPerson() {
        String marks =
                Stream.of(PersonalNumber.values()).map(PersonalNumber::mark).collect(Collectors.joining());
        LocalizedText announcement = new LocalizedText("가" + marks + "나", "a" + marks + "b");
        String page = text(render(view(Scene.WAITING, false, Optional.empty(), Optional.of(announcement))));
        assertTrue(page.contains("가나 <span lang=en>ab</span>"), page);
    }

    @Test
    void namesBothMomentsBetweenWhichOneMayJoin() {
        String page = text(render(view(Scene.NOT_YET, true, Optional.empty(), Optional.empty())));
        assertTrue(page.contains("9월 21일(화) 오전 11시 34분 56초부터 9월 22일(수) 오전 11시 34분 56초 전까지 대기 등록을"), page);
    }

    private static WaitingView behind(long ahead, double rate, WaitingView view) {
        Optional<Stand> stand = view.stand()
                .map(old -> new Stand(
                        old.window(),
                        ahead + 1,
                        old.place() == 0 ? 0 : ahead + 1,
                        ahead,
                        rate,
                        rate < 100,
                        ahead / 100.0));
        return new WaitingView(
                view.scene(),
                view.notice(),
                stand,
                view.opensAt(),
                view.joinFrom(),
                view.nextRelease(),
                view.nextUpdate(),
                view.drawn(),
                view.refusal(),
                view.wayOn(),
                view.placeHeld(),
                view.announcement(),
                view.demo());
    }

    /* Without any page being kept: the marks of the document filled in by hand. */
    private static String text(String document, WaitingView view) {
        String filled = document;
        for (PersonalNumber number : PersonalNumber.values()) {
            if (filled.contains(number.mark())) {
                filled = filled.replace(number.mark(), number.of(view.stand().orElseThrow()));
            }
        }
        return filled;
    }

    private static byte[] render(WaitingView view) {
        return WaitingPage.of(view).forPerson(view.stand());
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }
}

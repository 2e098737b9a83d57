package org.jeongmun.web.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.waitingroom.WaitingView.Scene;
import org.jeongmun.web.waitingroom.WaitingView.Stand;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The texts of the waiting page")
class WaitingPageTextsTest {
    private static final ZonedDateTime MOMENT =
            Instant.parse("2021-09-22T02:34:56Z").atZone(ZoneId.of("Asia/Seoul"));
    private static final List<LocalizedText> NOTICE =
            List.of(new LocalizedText("알림 <1>", "A notice <1>"), new LocalizedText("알림 2", "A notice 2"));
    private static final Optional<Stand> STAND =
            Optional.of(new Stand(new WindowId("w0922"), 12, 0, 0, 2.5, false, 20));

    private static WaitingView view(Scene scene, List<LocalizedText> notice) {
        return new WaitingView(
                scene,
                notice,
                STAND,
                Optional.of(MOMENT),
                Optional.of(MOMENT.minusHours(1)),
                Optional.of(MOMENT),
                Optional.of(MOMENT),
                true,
                Optional.empty(),
                "/reserve/clinic",
                false,
                Optional.empty(),
                false);
    }

    private static String page(Scene scene) {
        return text(WaitingPage.of(view(scene, NOTICE)));
    }

    private static String text(WaitingPage page) {
        return new String(page.forPerson(STAND), StandardCharsets.UTF_8);
    }

    @Test
    void speaksOfTheStateWhereThereIsNoLine() {
        String page = page(Scene.NO_LINE);
        assertTrue(page.contains("<p>알림 &lt;1&gt; <span lang=en>A notice &lt;1&gt;</span><p>알림 2 "), page);
        assertTrue(page.contains("There is no line now."), page);
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void isAnotherOneForAnotherStateWhereThatIsTold(Scene scene) {
        WaitingPages pages = new WaitingPages();
        List<LocalizedText> another = List.of(new LocalizedText("다른 알림", "Another notice"));
        WaitingPage page = pages.of(view(scene, NOTICE));
        WaitingPage after = pages.of(view(scene, another));
        assertEquals(scene == Scene.NO_LINE, page != after);
        assertEquals(scene == Scene.NO_LINE, text(after).contains("Another notice"));
    }

    @Test
    void namesTheNextReleaseDirectlyBehindTheEndOfThisOne() {
        String page = page(Scene.SOLD_OUT);
        assertTrue(page.contains("이번 예약 물량이 모두 마감되었습니다. 다음 예약: 9월 22일(수) "), page);
        assertTrue(page.contains("All places in this release are taken. Next release: Wednesday 22 September, "), page);
        assertTrue(page.contains("<p>지금은 남은 자리가 없습니다. 예약 중인 자리가 다시 나올 수 있습니다. "), page);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scene.class,
            names = {"NOT_YET", "JOIN", "BEFORE"})
    void namesTheOpeningInTheWordsOfEveryNotice(Scene scene) {
        String page = page(scene);
        assertTrue(page.contains("<p>코로나19 예방접종 사전예약 준비 중입니다. 예약은 9월 22일(수) "), page);
        assertTrue(page.contains("COVID-19 vaccination booking opens on Wednesday 22 September, "), page);
    }
}

package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A portal without a line")
@ExtendWith(SharedPortals.class)
class WordsOfTheStateIT {
    private static String text(Portal portal, String target) {
        Page page = new Visitor(portal.published().publicUrl()).get(target);
        assertEquals(200, page.status(), page::toString);
        return page.document().text();
    }

    @Test
    void namesTheOpeningOnEveryNoticeThatSpeaksOfTheState(@Serving(Stage.BEFORE_OPENING) Portal portal) {
        for (String target : new String[] {"/", "/waiting"}) {
            String text = text(portal, target);
            assertTrue(text.contains("코로나19 예방접종 사전예약 준비 중입니다. 예약은 7월 14일(수) 오후 8시에 시작됩니다."), text);
            assertTrue(text.contains("COVID-19 vaccination booking opens on Wednesday 14 July, 8 p.m. KST."), text);
        }
    }

    @Test
    void saysOnTheWaitingPageThatBookingIsOpen(@Serving(Stage.OPEN) Portal portal) {
        String text = text(portal, "/waiting");
        assertTrue(text.contains("COVID-19 vaccination booking is open."), text);
        assertTrue(text.contains("There is no line now."), text);
    }

    @Test
    void hasTheSameHeadingWhereOneChecksInAndSaysThatThereIsNoLine(@Serving(Stage.OPEN) Portal portal) {
        Page page = new Visitor(portal.published().publicUrl()).get("/check-in");
        assertEquals(
                "대기 등록 (아직 예약이 아닙니다) Join the line (this is not a booking yet)",
                page.document().select("h1").text());
        assertTrue(page.document().text().contains("지금은 대기열이 없습니다."), page::toString);
        assertTrue(page.document().text().contains("There is no line now"), page::toString);
    }
}

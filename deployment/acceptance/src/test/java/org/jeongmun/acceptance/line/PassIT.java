package org.jeongmun.acceptance.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.CrowdInLine;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.desk.DeskVisit;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("In a slow line")
@ExtendWith(SharedPortals.class)
class PassIT {
    private static final String TICKET = "jeongmun-ticket";
    private static final String PASS = "jeongmun-pass";
    /** A dozen seconds' worth at twice the rate: nobody's turn comes while a test still looks at them. */
    private static final int AHEAD = 100;

    private static final int LONGEST_PAGE = 4_096;

    private final Portal portal;
    private final URI door;
    private final Rows rows;

    PassIT(@Serving(Stage.IN_LINE) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
    }

    private Journey somebody() {
        return new Journey(door, Citizen.invited());
    }

    /** @return the same, whose turn has come */
    private Journey inside(Journey journey) {
        LineSpeed.whileFast(portal, journey::toTheEndOfTheLine);
        return journey;
    }

    private Journey somebodyWaiting() {
        return CrowdInLine.behind(AHEAD, door);
    }

    private static String said(Page page) {
        assertEquals(200, page.status());
        return page.document().text();
    }

    @Test
    void nobodyStepsInBeforeTheirTurnByAnyDoor() {
        Journey waiting = somebodyWaiting();
        for (String step : Journey.steps()) {
            assertEquals("303 /waiting", waiting.visitor().get(step).redirect(), step);
            assertEquals("303 /waiting", waiting.visitor().method("POST", step).redirect(), step);
        }
        assertEquals("303 /waiting", waiting.visitor().get("/go?partner=demo").redirect());
        String page = said(waiting.visitor().get("/waiting"));
        assertTrue(page.contains("앞에 약") && page.contains("Estimated wait"), page);
        assertTrue(page.contains("이 화면을 닫아도 순번은 유지됩니다."), page);
    }

    @Test
    void whereThereIsALineCheckingInIsJoiningIt() {
        Page page = somebody().visitor().get("/check-in");
        String heading = page.document().select("h1").text();
        assertTrue(heading.contains("대기 등록 (아직 예약이 아닙니다)"), heading);
        assertTrue(heading.contains("Join the line (this is not a booking yet)"), heading);
        assertFalse(page.document().text().contains("There is no line now"), page::toString);
    }

    @Test
    void theOperatorsDeskShowsTheLine() {
        somebodyWaiting();
        String line = new DeskVisit(portal).page().select("#waiting").text();
        assertTrue(line.matches("w0714: [0-9,]+ · 호출 called to [0-9,]+ · [0-9,.]+/s"), line);
    }

    @Test
    void thePlaceIsThePersonsWhateverTheyCarry() {
        Journey waiting = somebodyWaiting();
        long number = waiting.number();
        Journey elsewhere = new Journey(door, waiting.citizen());
        elsewhere.checkIn();
        assertEquals(number, elsewhere.number());
        waiting.visitor().lose(TICKET);
        assertTrue(said(waiting.visitor().get("/waiting")).contains("본인확인"));
        waiting.checkIn();
        assertEquals(number, waiting.number());
    }

    @Test
    void whoeverWaitsIsLedBackToTheLineByCheckIn() {
        Page page = somebodyWaiting().visitor().get("/check-in");
        assertEquals("/waiting", page.document().select("section.note a").attr("href"), page::toString);
    }

    @Test
    void whoeverIsInsideTakesNobodysTurnByLosingTheirPass() {
        Journey inside = inside(somebody());
        long before = LineSpeed.entered(portal);
        assertTrue(before > 0, "somebody was let in");
        for (int time = 0; time < 20; time++) {
            inside.visitor().lose(PASS);
            assertEquals(200, inside.visitor().get("/reserve/clinic").status());
        }
        assertEquals(before, LineSpeed.entered(portal));
    }

    @Test
    void aPassIsMadeByThePortalAlone() {
        Journey waiting = somebodyWaiting();
        String ticket = waiting.visitor().cookie(TICKET).orElseThrow();
        for (String forged :
                List.of(ticket, ticket.substring(0, 78) + (ticket.endsWith("A") ? "Q" : "A"), "x", "%00")) {
            waiting.visitor().put(PASS, forged);
            assertEquals(
                    "303 /waiting", waiting.visitor().get("/reserve/clinic").redirect(), forged);
            String page = said(waiting.visitor().get("/waiting"));
            assertTrue(page.contains("입장권을 확인할 수 없습니다."), page);
        }
        waiting.visitor()
                .put(
                        TICKET,
                        new StringBuilder(ticket).replace(36, 44, "AAAAAAAA").toString());
        assertEquals("303 /waiting", waiting.visitor().get("/reserve/clinic").redirect());
    }

    @Test
    void aPassIsOfOnePersonAlone() {
        Journey inside = inside(somebody());
        Journey waiting = somebodyWaiting();
        waiting.visitor().put(PASS, inside.visitor().cookie(PASS).orElseThrow());
        assertEquals("303 /waiting", waiting.visitor().get("/reserve/clinic").redirect());
        assertTrue(said(waiting.visitor().get("/waiting")).contains("다른 분의 입장권은 쓰실 수 없습니다."));
        waiting.visitor().put(TICKET, inside.visitor().cookie(TICKET).orElseThrow());
        assertEquals("303 /waiting", waiting.visitor().get("/reserve/clinic").redirect());
    }

    @Test
    void aPlaceThatIsHeldOutlivesThePass() {
        Journey holder = inside(somebody());
        holder.chooseClinic();
        assertEquals("303 /reserve/confirm", holder.chooseSlot().redirect());
        holder.visitor().lose(PASS);
        holder.visitor().lose(TICKET);
        assertEquals(200, holder.visitor().get("/reserve/slot").status());
        assertTrue(said(holder.visitor().get("/waiting")).contains("확정하기"));
        assertEquals("303 /reserve/done", holder.confirm().redirect());
        assertFalse(holder.code().isBlank());
    }

    @Test
    void confirmingTwiceIsOneJourney() throws SQLException {
        Journey holder = inside(somebody());
        holder.chooseClinic();
        assertEquals("303 /reserve/confirm", holder.chooseSlot().redirect());
        Form form = holder.confirmation();
        for (int time = 1; time <= 2; time++) {
            assertEquals("303 /reserve/done", form.press("confirm").redirect(), "time " + time);
        }
        assertEquals(
                "1",
                rows.text(
                        "SELECT journeys FROM line_ticket WHERE window_id = 'w0714' AND number = ?", holder.number()));
    }

    @Test
    void aPartnersLinkKeepsItsClinicThroughTheWait() throws SQLException {
        String clinic = rows.text("SELECT id FROM clinic ORDER BY id OFFSET 11 LIMIT 1");
        String name = rows.text("SELECT name FROM clinic WHERE id = ?", clinic);
        somebodyWaiting();
        Journey journey = somebody();
        assertEquals(
                "303 /check-in",
                journey.visitor().get("/go?partner=demo&clinic=" + clinic).redirect());
        inside(journey);
        Page slots = journey.visitor().get("/reserve/slot");
        assertTrue(slots.document().text().contains(name), slots::toString);
    }

    @Test
    void thePageIsOneShortAnswerThatSetsNothing() {
        Journey waiting = somebodyWaiting();
        for (String cookies : List.of("", waiting.visitor().cookieHeader(), "jeongmun-ticket=x; jeongmun-pass=y")) {
            RawResponse answer =
                    RawRequest.of("GET", "/waiting").header("Cookie", cookies).sendTo(door);
            int onTheWire = String.join("\r\n", answer.headers()).length()
                    + 20
                    + answer.body().getBytes(StandardCharsets.UTF_8).length;
            assertEquals(200, answer.status());
            assertTrue(onTheWire <= LONGEST_PAGE, () -> onTheWire + " bytes");
            assertTrue(answer.header("Set-Cookie").isEmpty());
            assertFalse(answer.body().contains("src="), answer::body);
        }
    }
}

package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page that is written once for many")
@ExtendWith(SharedPortals.class)
class KeptPagesIT {
    private static final String DAY_GONE = "고르신 날짜에는 남은 시간이 없어";

    private final URI door;

    KeptPagesIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
    }

    private static String token(Page page) {
        return page.document().select("input[name=csrf]").attr("value");
    }

    @Test
    void hasATokenOfEachReadersOwnAndNothingElse() {
        Page one = new Visitor(door).get("/check-in");
        Page other = new Visitor(door).get("/check-in");

        assertNotEquals(token(one), token(other));
        assertEquals(43, token(one).length(), token(one));
        assertEquals(one.body().replace(token(one), ""), other.body().replace(token(other), ""));
    }

    @Test
    void hasNothingThatSomebodyElseHasWritten() {
        String name = "적어넣은이름";
        String link = "/check-in?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);

        for (int time = 1; time <= 2; time++) {
            assertTrue(new Visitor(door)
                    .get("/check-in")
                    .formWith("name")
                    .with("name", name)
                    .press("continue")
                    .body()
                    .contains(name));
            assertFalse(new Visitor(door).get("/check-in").body().contains(name));
            assertFalse(new Visitor(door).get(link).body().contains(name), "what a link says, nobody has typed");
        }
    }

    @Test
    void isOfOneSearchAlone() {
        for (String where : List.of("/clinics", "/clinics?sido=", "/clinics?sigungu=x")) {
            String typed = where + (where.contains("?") ? "&" : "?") + "q=";
            for (String nowhere : List.of("nowhere-one", "nowhere-two", "nowhere-" + "x".repeat(150))) {
                Page page = new Visitor(door).get(typed + nowhere);
                assertEquals(nowhere, page.document().select("input[name=q]").attr("value"), typed);
            }
        }
    }

    @Test
    void tellsNobodyWhereSomebodyElseStands() {
        Journey journey = new Journey(door, Citizen.invited());
        journey.checkIn();

        assertTrue(journey.visitor().get("/check-in").body().contains("본인확인이 되었습니다."));
        assertFalse(new Visitor(door).get("/check-in").body().contains("본인확인이 되었습니다."));
        assertTrue(journey.visitor().get("/check-in").body().contains("본인확인이 되었습니다."));
    }

    @Test
    void isAPageForTheNextAlsoWhenItWasFirstAskedForWithoutOne() {
        String target = "/clinics?q=nowhere-before";
        RawResponse head = RawRequest.of("HEAD", target).sendTo(door);
        RawResponse page = RawRequest.of("GET", target).sendTo(door);

        assertEquals("", head.body());
        assertEquals(head.header("Content-Length"), page.header("Content-Length"));
        assertTrue(page.body().contains("nowhere-before"), page.body());
        assertTrue(page.body().strip().endsWith("</html>"), page.body());
    }

    @Test
    void showsEachTheirOwnChoice() {
        Journey chosen = new Journey(door, Citizen.invited());
        chosen.checkIn();
        chosen.chooseClinic();
        Journey without = new Journey(door, Citizen.invited());
        without.checkIn();

        for (int time = 1; time <= 2; time++) {
            assertEquals(1, checked(chosen), "time " + time);
            assertEquals(0, checked(without), "time " + time);
        }
    }

    /** Two people at two clinics. */
    private List<Journey> atTwoClinics() {
        List<Journey> both = List.of(new Journey(door, Citizen.invited()), new Journey(door, Citizen.invited()));
        both.forEach(Journey::checkIn);
        List<String> names = both.get(0)
                .visitor()
                .get("/reserve/clinic?sido=&q=")
                .document()
                .select("ul.choices .name")
                .eachText();
        assertTrue(names.size() > 1, names::toString);
        both.get(0).chooseClinic(names.get(0));
        both.get(1).chooseClinic(names.get(1));
        return both;
    }

    private static String clinic(Journey journey) {
        return journey.visitor()
                .get("/reserve/slot")
                .document()
                .select("p.chosen strong")
                .text();
    }

    @Test
    void showsEachTheirOwnClinicPlaceAndCode() {
        List<Journey> both = atTwoClinics();
        List<String> clinics = both.stream().map(KeptPagesIT::clinic).toList();
        assertNotEquals(clinics.get(0), clinics.get(1));
        both.forEach(Journey::chooseSlot);
        for (int which : List.of(0, 1, 0)) {
            Page page = both.get(which).visitor().get("/reserve/confirm");
            assertEquals(
                    clinics.get(which),
                    page.document().select("dl.place dd").get(1).text());
            assertEquals(43, token(page).length(), token(page));
            assertTrue(page.document().select("#holdExpiresAt").text().contains("까지"), page::toString);
        }
        both.forEach(Journey::confirm);

        List<String> codes = both.stream().map(Journey::code).toList();
        assertNotEquals(codes.get(0), codes.get(1));
        for (int which : List.of(0, 1, 0)) {
            Page receipt = both.get(which).visitor().get("/reserve/done");
            assertEquals(
                    codes.get(which),
                    receipt.document().select("#reservationCode").text());
            assertEquals(
                    clinics.get(which),
                    receipt.document().select("dl.place dd").get(1).text());
        }
    }

    @Test
    void showsTheDayThatEachReaderHasAskedForWithItsTimes() {
        List<Journey> both = atTwoClinics();
        for (int which : List.of(0, 1, 0)) {
            Journey reader = both.get(which);
            List<String> dates = reader.visitor().get("/reserve/slot").choices("date");
            assertTrue(dates.size() > 1, dates::toString);
            List<String> last = List.of();
            for (String date : dates) {
                Page page = reader.visitor().get("/reserve/slot?date=" + date);
                assertEquals(date, page.document().select("option[selected]").attr("value"));
                assertEquals(date, page.document().select("input[name=date]").attr("value"));
                List<String> times = page.document().select("input[name=slot]").eachAttr("value");
                assertFalse(times.isEmpty() || times.equals(last), page::toString);
                assertFalse(page.body().contains("gap-"), page::toString);
                last = times;
            }
        }
    }

    @Test
    void saysThatItIsAnotherDayThanTheOneAskedForAndLeadsToTheTimesOfThatOne() {
        Journey reader = atTwoClinics().get(0);
        String date = reader.visitor().get("/reserve/slot").choices("date").get(0);
        for (int time = 1; time <= 2; time++) {
            Page first = reader.visitor().get("/reserve/slot");
            Page asked = reader.visitor().get("/reserve/slot?date=" + date);
            Page other = reader.visitor().get("/reserve/slot?date=2099-01-01");

            assertFalse(first.body().contains(DAY_GONE) || asked.body().contains(DAY_GONE), asked::toString);
            assertTrue(other.body().contains(DAY_GONE), other::toString);
            assertEquals(0, first.document().select("legend[autofocus]").size());
            assertEquals(1, asked.document().select("legend[autofocus]").size());
        }
    }

    private static int checked(Journey journey) {
        Page page = journey.visitor().get("/reserve/clinic");
        assertEquals(200, page.status(), page::toString);
        return page.document().select("input[name=clinic][checked]").size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/check-in", "/clinics", "/clinics?q=" + "%EC%9D%98%EC%9B%90"})
    void isTheSameAnswerWheneverItIsAskedForAndHowever(String target) {
        new Visitor(door).get(target);
        RawResponse first = RawRequest.of("GET", target).sendTo(door);
        RawResponse head = RawRequest.of("HEAD", target).sendTo(door);

        for (String header : List.of("Content-Type", "Cache-Control", "Content-Length", "X-Frame-Options")) {
            assertTrue(first.header(header).isPresent(), header);
            assertEquals(first.header(header), head.header(header), header);
        }
        assertEquals("", head.body());
    }
}

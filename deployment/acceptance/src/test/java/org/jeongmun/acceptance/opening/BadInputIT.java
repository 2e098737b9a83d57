package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Bad input")
@ExtendWith(SharedPortals.class)
class BadInputIT {
    private static final String CHECKED_IN = "jeongmun-applicant=";

    private final URI door;
    private final Rows rows;

    BadInputIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
    }

    private static void assertRefusedWithThePageAgain(Page answer, String field) {
        assertEquals(422, answer.status(), answer::toString);
        assertTrue(answer.text("errors").isPresent(), answer::toString);
        assertTrue(answer.offers(field), answer::toString);
    }

    @ParameterizedTest(name = "name \"{0}\", birth date \"{1}\", phone \"{2}\"")
    @CsvSource({
        "'',        19640315,  01000000001",
        "'   ',     19640315,  01000000001",
        "가나다라,  '',        01000000001",
        "가나다라,  1964031,   01000000001",
        "가나다라,  196403155, 01000000001",
        "가나다라,  1964-3-15, 01000000001",
        "가나다라,  19640230,  01000000001",
        "가나다라,  19641301,  01000000001",
        "가나다라,  19630229,  01000000001",
        "가나다라,  20300101,  01000000001",
        "가나다라,  abcdefgh,  01000000001",
        "가나다라,  19640315,  ''",
        "가나다라,  19640315,  phone",
        "가나다라,  19640315,  1"
    })
    void atTheCheckInBringsThePageBackWithWhatWasTyped(String name, String birthDate, String phone) {
        Page answer = new Visitor(door)
                .get("/check-in")
                .formWith("birthDate")
                .with("name", name)
                .with("birthDate", birthDate)
                .with("phone", phone)
                .press("continue");
        assertRefusedWithThePageAgain(answer, "birthDate");
        Form again = answer.formWith("birthDate");
        assertEquals(name.strip(), again.value("name").strip());
        assertEquals(birthDate, again.value("birthDate"));
        assertEquals(phone, again.value("phone"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"><b id=\"planted\">",
                "'><script id='planted'>1</script>",
                "</textarea><i id=planted>",
                "#{1+1}${1+1}",
                "{{1+1}}"
            })
    void isShownAsTextAndNothingElse(String typed) {
        Page answer = new Visitor(door)
                .get("/check-in")
                .formWith("birthDate")
                .with("name", typed)
                .with("birthDate", "00000000")
                .with("phone", "01000000001")
                .press("continue");
        assertRefusedWithThePageAgain(answer, "birthDate");
        assertEquals(null, answer.document().getElementById("planted"));
        assertEquals(typed, answer.formWith("birthDate").value("name"));
    }

    @Test
    void atTheClinicsIsRefused() {
        Journey journey = new Journey(door, Citizen.invited());
        journey.checkIn();
        journey.chooseClinic();
        Visitor visitor = journey.visitor();
        for (String clinic : new String[] {"no-such-clinic", "", "' OR 1=1 --", "../x"}) {
            Form form = clinicForm(visitor);
            assertRefusedWithThePageAgain(form.with("clinic", clinic).press("continue"), "sido");
        }
        assertRefusedWithThePageAgain(clinicForm(visitor).without("clinic").press("continue"), "sido");
    }

    private static Form clinicForm(Visitor visitor) {
        Page page = visitor.get("/reserve/clinic");
        if (page.offers("clinic")) {
            return page.formWith("clinic");
        }
        Form search = page.formWith("sido");
        return search.with("sido", search.choices("sido").get(0))
                .press("search")
                .formWith("clinic");
    }

    @Test
    void atTheSlotsTakesNoPlace() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited()).toSlots();
        long before = rows.count("reservation");
        for (String slot : new String[] {"9223372036854775807", "99999999999999999999", "-1", "", "abc", "1;2"}) {
            assertRefusedWithThePageAgain(journey.chooseSlot(slot), "date");
        }
        assertRefusedWithThePageAgain(journey.slots().without("slot").press("continue"), "date");
        assertEquals(before, rows.count("reservation"));
    }

    @Test
    void withoutAgreementConfirmsNothing() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited()).toHold();
        long confirmed = rows.number("SELECT count(*) FROM reservation WHERE state = 'CONFIRMED'");
        Form form = journey.visitor().get("/reserve/confirm").formWith("agree");
        assertRefusedWithThePageAgain(form.without("agree").press("confirm"), "agree");
        assertEquals(confirmed, rows.number("SELECT count(*) FROM reservation WHERE state = 'CONFIRMED'"));
        assertEquals("303 /reserve/done", journey.confirm().redirect());
    }

    @Test
    void withoutTheHiddenInputsOfThePageHasNoEffect() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited()).toSlots();
        String slot = journey.slots().choices("slot").get(0);
        long before = rows.count("reservation");
        Page answer = journey.visitor().post("/reserve/slot", Map.of("slot", slot, "continue", "1"));
        assertNotEquals("303 /reserve/confirm", answer.redirect());
        assertEquals(before, rows.count("reservation"));
    }

    @Test
    void fromAForeignSiteIsRefusedThoughItIsAllThatOurPageWouldSend() {
        RawResponse foreign = checkInFrom("https://evil.example");
        assertEquals(403, foreign.status(), foreign::toString);
        assertFalse(foreign.all("Set-Cookie").toString().contains(CHECKED_IN), foreign::toString);
        RawResponse own = checkInFrom(door.getScheme() + "://" + door.getAuthority());
        assertEquals(303, own.status(), own::toString);
        assertTrue(own.all("Set-Cookie").toString().contains(CHECKED_IN), own::toString);
    }

    /* With the token of a page that this browser was given, and the cookie that belongs to it. */
    private RawResponse checkInFrom(String origin) {
        Citizen citizen = Citizen.invited();
        Visitor visitor = new Visitor(door);
        String form = visitor.get("/check-in")
                .formWith("birthDate")
                .with("name", citizen.name())
                .with("birthDate", citizen.birthDate())
                .with("phone", citizen.phone())
                .encoded("continue");
        return RawRequest.of("POST", "/check-in")
                .header("Origin", origin)
                .header("Cookie", visitor.cookieHeader())
                .body("application/x-www-form-urlencoded", form)
                .sendTo(door);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/reservation", "/check-in"})
    void inPartsIsRefusedBeforeTheServerWritesThemDown(String target) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nsomebody\r\n--x--\r\n";
        RawResponse answer = RawRequest.of("POST", target)
                .body("multipart/form-data; boundary=x", body)
                .sendTo(door);
        assertEquals(415, answer.status());
    }
}

package org.jeongmun.acceptance.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("Booking for a caller")
@ExtendWith(SharedPortals.class)
class AssistedBookingIT {
    /** Fewer than a clinic has on any evening of the story. */
    private static final int TIMES = 50;

    private final Portal before;
    private final Portal open;
    private final Portal inLine;
    private final Rows rows;

    AssistedBookingIT(
            @Serving(Stage.BEFORE_OPENING) Portal before,
            @Serving(Stage.OPEN) Portal open,
            @Serving(Stage.IN_LINE) Portal inLine) {
        this.inLine = inLine;
        this.before = before;
        this.open = open;
        rows = Rows.of(open);
    }

    @Test
    void isDoneByTheSameServiceAndWrittenDown() throws SQLException {
        Map<String, String> caller = caller(Citizen.invited());
        caller.put("clinic", shown(caller, "#found code").text());
        caller.put("slot", shownTime(caller));
        long written = rows.count("assisted_booking");

        Document booked = Jsoup.parse(press(open, caller, "book", 200).body());

        String code = booked.select("#reservationCode").text();
        assertEquals("", booked.select("#phone").val(), "the next caller is somebody else");
        assertEquals("kim", booked.select("#agent").val());
        assertEquals(
                "assisted CONFIRMED", rows.text("SELECT door || ' ' || state FROM reservation WHERE code = ?", code));
        assertEquals(written + 2, rows.count("assisted_booking"));
        assertEquals("kim", rows.text("SELECT agent FROM assisted_booking WHERE code = ?", code));
    }

    @Test
    void tellsACodeThatWasLostOnTheWayOnceMoreAndWritesThatDown() throws SQLException {
        Map<String, String> caller = caller(Citizen.invited());
        caller.put("clinic", shown(caller, "#found code").text());
        caller.put("slot", shownTime(caller));
        String code = Jsoup.parse(press(open, caller, "book", 200).body())
                .select("#reservationCode")
                .text();
        caller.put("agent", "park");

        for (String button : List.of("book", "look")) {
            Document again = Jsoup.parse(press(open, caller, button, 422).body());
            assertTrue(again.select("#errors").text().contains("이미 예약하셨습니다"), again::html);
            assertEquals(code, again.select("#reservationCode").text());
        }

        assertEquals(
                "park ALREADY_RESERVED",
                rows.text(
                        "SELECT DISTINCT agent || ' ' || outcome FROM assisted_booking WHERE code = ?"
                                + " AND outcome <> 'BOOKED'",
                        code));
        caller.put("phone", Citizen.invited().phone());
        assertTrue(Jsoup.parse(press(open, caller, "look", 200).body())
                .select("#reservationCode")
                .isEmpty());
    }

    @Test
    void getsACallerTheNumberThatStaysTheirs() throws SQLException {
        Map<String, String> caller = caller(Citizen.invited());

        String told = Jsoup.parse(press(inLine, caller, "join", 200).body())
                .select("#in-line span[lang=en]")
                .text();

        String number = told.replaceFirst("The caller's number in line is ([0-9,]+)\\..*", "$1")
                .replace(",", "");
        assertEquals(number, Rows.of(inLine).text("SELECT max(number) FROM line_ticket"), told);
        assertEquals(
                "JOIN IN_LINE",
                Rows.of(inLine).text("SELECT did || ' ' || outcome FROM assisted_booking ORDER BY id DESC LIMIT 1"));
        assertTrue(press(inLine, caller, "join", 200)
                .body()
                .contains("in line is " + String.format(Locale.ROOT, "%,d", Long.parseLong(number))));
    }

    @Test
    void isForTheClinicThatTheFormNames() throws SQLException {
        Map<String, String> caller = caller(Citizen.invited());
        String clinic = shown(caller, "#found code").text();
        String another = rows.text("SELECT min(id) FROM clinic WHERE id <> ?", clinic);
        caller.put("clinic", clinic);
        caller.put("slot", shownTime(caller));
        caller.put("timesOf", shown(caller, "[name=timesOf]").val());
        long booked = rows.count("reservation");

        for (String typed : List.of(another, "", "미소의원")) {
            caller.put("clinic", typed);
            Document refused = Jsoup.parse(press(open, caller, "book", 422).body());
            assertTrue(refused.select("#clinic-problem").text().contains("another clinic's"), refused::html);
            assertEquals(typed, refused.select("#clinic").val());
        }
        assertEquals(booked, rows.count("reservation"));
        caller.put("clinic", clinic);
        press(open, caller, "book", 200);
    }

    @Test
    void takesNoTimeThatNobodyHasChosen() throws SQLException {
        Map<String, String> caller = caller(Citizen.invited());
        caller.put("clinic", shown(caller, "#found code").text());
        caller.put("timesOf", caller.get("clinic"));
        caller.put("slot", shown(caller, "#slot option").val());
        long booked = rows.count("reservation");

        Document refused = Jsoup.parse(press(open, caller, "book", 422).body());

        assertTrue(refused.select("#slot-problem").text().contains("Choose a time"), refused::html);
        assertEquals(booked, rows.count("reservation"));
    }

    @Test
    void keepsWhatWasTypedOnAPageThatIsTooOld() {
        DeskVisit desk = new DeskVisit(open);
        Map<String, String> caller = caller(Citizen.invited());
        caller.put("look", "look");

        RawResponse answer = desk.send(
                "assisted", desk.origin(), open.published().managementUrl().getAuthority(), "old", caller);

        assertEquals(403, answer.status());
        assertEquals(
                caller.get("phone"), Jsoup.parse(answer.body()).select("#phone").val());
    }

    @Test
    void isNoWayRoundTheWindow() throws SQLException {
        Map<String, String> caller = caller(Citizen.invited());
        caller.put("slot", Rows.of(before).text("SELECT id::text FROM slot ORDER BY id LIMIT 1"));
        assertTrue(press(before, caller, "look", 422).body().contains("7월 14일"));
        assertTrue(press(before, caller, "book", 422).body().contains("7월 14일"));
        assertEquals(0, Rows.of(before).count("reservation"));
        Map<String, String> stranger = caller(Citizen.bornOn("19900315"));
        stranger.put("slot", rows.text("SELECT id::text FROM slot ORDER BY id LIMIT 1"));
        assertTrue(press(open, stranger, "book", 422).body().contains("errors"));
        assertEquals("NOT_ELIGIBLE", rows.text("SELECT outcome FROM assisted_booking ORDER BY id DESC LIMIT 1"));
    }

    @Test
    void takesNoFormThatIsNotItsOwnAndSaysWhatIsWrong() throws SQLException {
        long written = rows.count("assisted_booking");
        DeskVisit desk = new DeskVisit(open);
        assertEquals(
                403,
                desk.send(
                                "assisted",
                                "http://evil.example",
                                open.published().managementUrl().getAuthority(),
                                desk.token(),
                                caller(Citizen.invited()))
                        .status());
        Map<String, String> nobody = caller(Citizen.invited());
        nobody.put("agent", "");
        nobody.put("birthDate", "1964");
        String body = press(open, nobody, "book", 422).body();
        assertTrue(body.contains("상담원") && body.contains("8자리") && body.contains("Choose a time"), body);
        assertEquals(written, rows.count("assisted_booking"));
    }

    /** Looks until it is shown: a directory that has not been heard of for some seconds tells nothing. */
    private Element shown(Map<String, String> caller, String selector) {
        return Awaitility.await(selector + " to be shown")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Jsoup.parse(press(open, caller, "look", 200).body())
                                .select(selector)
                                .first(),
                        element -> element != null);
    }

    /** Each caller's is another: what somebody has just taken is shown for half a second more. */
    private String shownTime(Map<String, String> caller) {
        int own = Math.floorMod(caller.get("phone").hashCode(), TIMES);
        return shown(caller, "#slot option:nth-child(%d)".formatted(own + 2)).val();
    }

    private static RawResponse press(Portal portal, Map<String, String> caller, String button, int status) {
        Map<String, String> fields = new HashMap<>(caller);
        fields.put(button, button);
        RawResponse answer = new DeskVisit(portal).press("assisted", fields);
        assertEquals(status, answer.status(), answer::body);
        return answer;
    }

    private static Map<String, String> caller(Citizen citizen) {
        return new HashMap<>(Map.of(
                "agent", "kim",
                "name", citizen.name(),
                "birthDate", citizen.birthDate(),
                "phone", citizen.phone()));
    }
}

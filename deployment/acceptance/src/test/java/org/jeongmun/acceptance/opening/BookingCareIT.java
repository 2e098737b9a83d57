package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A booking")
@ExtendWith(SharedPortals.class)
class BookingCareIT {
    private static final String ALREADY = "이미 예약하셨습니다";

    private final URI door;
    private final Rows rows;

    BookingCareIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
    }

    private String stateOf(String code) throws SQLException {
        return rows.text("SELECT state FROM reservation WHERE code = ?", code);
    }

    private long takenOf(String code) throws SQLException {
        return rows.number("SELECT taken FROM slot JOIN reservation r ON r.slot_id = slot.id WHERE r.code = ?", code);
    }

    @Test
    void hasACodeThatNobodyGuessesOrMisreads() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            codes.add(new Journey(door, Citizen.invited()).toCode());
        }
        assertEquals(5, codes.size());
        for (String code : codes) {
            String letters = code.replaceAll("[^0-9A-Za-z]", "");
            // 32 letters of 5 bits each: ten of them are 50 bits.
            assertTrue(letters.length() >= 10, code);
            boolean lookAlikes = letters.contains("O") && letters.contains("0") || letters.matches(".*[IlO].*");
            assertFalse(lookAlikes, code);
        }
    }

    @Test
    void isConfirmedOnceHoweverOftenTheButtonIsPressed() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited()).toHold();
        long before = rows.count("reservation");
        Form form = journey.confirmation();
        List<CompletableFuture<Page>> pressed = IntStream.range(0, 6)
                .mapToObj(time -> CompletableFuture.supplyAsync(() -> form.press("confirm")))
                .toList();
        for (CompletableFuture<Page> answer : pressed) {
            assertEquals("303 /reserve/done", answer.join().redirect());
        }
        String code = journey.code();
        assertEquals("303 /reserve/done", form.press("confirm").redirect());
        assertEquals(code, journey.code());
        assertEquals(before, rows.count("reservation"));
        assertEquals("CONFIRMED", stateOf(code));
    }

    @Test
    void isWhatCheckInLeadsTo() {
        Journey booked = new Journey(door, Citizen.invited());
        booked.toCode();
        Page checkIn = booked.visitor().get("/check-in");
        assertEquals(
                "/reserve/done", checkIn.document().select("section.note a").attr("href"), checkIn::toString);
    }

    @Test
    void isTheOnlyOneOfThisPerson() throws SQLException {
        Citizen citizen = Citizen.invited();
        String code = new Journey(door, citizen).toCode();
        String person = rows.text("SELECT person_key FROM reservation WHERE code = ?", code);
        Journey again = new Journey(door, citizen);
        Page answer = again.checkIn();
        if (answer.status() == 303 && answer.location().startsWith("/reserve/")) {
            again.chooseClinic();
            answer = again.chooseSlot();
        }
        Page shown = answer.status() == 303 ? answer.follow() : answer;
        assertTrue(shown.body().contains(ALREADY), shown::toString);
        assertEquals(1, rows.number("SELECT count(*) FROM reservation WHERE person_key = ?", person));
    }

    @Test
    void isFoundAndCancelledByCodeAndPhone() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited());
        String code = journey.toCode();
        long taken = takenOf(code);
        Page found = find(new Visitor(door), code, journey.citizen().phone());
        assertEquals(200, found.status(), found::toString);
        assertFalse(found.body().contains("/reserve/"), "links into booking");
        Page cancelled = found.formWith("cancel").press("cancel");
        assertTrue(cancelled.status() == 303 || cancelled.status() == 200, cancelled::toString);
        assertEquals("CANCELLED", stateOf(code));
        assertEquals(taken - 1, takenOf(code));
    }

    @Test
    void isNotCancelledUnseen() throws SQLException {
        Journey shown = new Journey(door, Citizen.invited());
        String seen = shown.toCode();
        Citizen sameTelephone = new Citizen(
                "다른이름", Citizen.invited().birthDate(), shown.citizen().phone());
        String unseen = new Journey(door, sameTelephone).toCode();
        Visitor visitor = new Visitor(door);

        Page refused = find(visitor, seen, shown.citizen().phone())
                .formWith("cancel")
                .with("code", unseen)
                .press("cancel");

        assertEquals(422, refused.status(), refused::toString);
        assertTrue(refused.text("errors").orElse("").contains("취소하지 않았습니다"), refused::toString);
        assertEquals("CONFIRMED CONFIRMED", stateOf(seen) + " " + stateOf(unseen));
        assertTrue(refused.formWith("cancel").press("cancel").status() < 400);
        assertEquals("CONFIRMED CANCELLED", stateOf(seen) + " " + stateOf(unseen));
    }

    @Test
    void givesItsPlaceBackOnceHoweverOftenItIsCancelled() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited());
        String code = journey.toCode();
        long taken = takenOf(code);
        Form cancel = find(new Visitor(door), code, journey.citizen().phone()).formWith("cancel");
        for (int i = 0; i < 3; i++) {
            cancel.press("cancel");
        }
        assertEquals("CANCELLED", stateOf(code));
        assertEquals(taken - 1, takenOf(code));
    }

    @Test
    void canBeMadeAgainAfterItWasCancelled() throws SQLException {
        Citizen citizen = Citizen.invited();
        String first = new Journey(door, citizen).toCode();
        find(new Visitor(door), first, citizen.phone()).formWith("cancel").press("cancel");
        String second = new Journey(door, citizen).toCode();
        assertNotEquals(first, second);
        assertEquals("CANCELLED", stateOf(first));
        assertEquals("CONFIRMED", stateOf(second));
    }

    @Test
    void isNotShownToSomebodyWithAnotherPhoneOrCode() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited());
        String code = journey.toCode();
        Page otherPhone = find(new Visitor(door), code, "01099999999");
        assertEquals(422, otherPhone.status());
        assertFalse(otherPhone.offers("cancel"), otherPhone::toString);
        String somebodyElses = new Journey(door, Citizen.invited()).toCode();
        Page otherCode =
                find(new Visitor(door), somebodyElses, journey.citizen().phone());
        assertEquals(422, otherCode.status());
        assertEquals(otherPhone.text("errors"), otherCode.text("errors"));
        assertEquals("CONFIRMED", stateOf(code));
    }

    @Test
    void holdsNoNameBirthDateOrPhoneInTheDatabase() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited());
        String code = journey.toCode();
        String row = rows.text("SELECT to_jsonb(r)::text FROM reservation r WHERE code = ?", code);
        assertFalse(row.contains(journey.citizen().name()), row);
        assertFalse(row.contains(journey.citizen().phone()), row);
        assertFalse(row.contains("19640315"), row);
    }

    private static Page find(Visitor visitor, String code, String phone) {
        Page found = visitor.get("/reservation")
                .formWith("find")
                .with("code", code)
                .with("phone", phone)
                .press("find");
        return found.status() == 303 ? found.follow() : found;
    }
}

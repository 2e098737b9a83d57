package org.jeongmun.acceptance.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
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

/** The campaign allows two journeys on each number: one's own, and one for somebody else. */
@DisplayName("A pass whose number has had its journeys")
@ExtendWith(SharedPortals.class)
class OldPassIT {
    private static final String TICKET = "jeongmun-ticket";
    private static final String PASS = "jeongmun-pass";

    private final Portal portal;
    private final URI door;
    private final Rows rows;

    OldPassIT(@Serving(Stage.IN_LINE) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
    }

    @Test
    void doesNotSpareTheNumberByWhichSomebodyCameInAgain() throws SQLException {
        Journey first = inside(new Journey(door, Citizen.invited()));
        String pass = first.visitor().cookie(PASS).orElseThrow();
        String ticket = first.visitor().cookie(TICKET).orElseThrow();
        long before = first.number();
        Journey guest = new Journey(first.visitor().twin(), Citizen.invited());
        guest.checkIn();
        book(guest);
        book(first);
        assertEquals("2", journeys(before), "the number is spent");
        cancel(first);

        Journey again = inside(new Journey(door, first.citizen()));
        long number = again.number();
        assertNotEquals(before, number);
        again.chooseClinic();
        assertEquals("303 /reserve/confirm", again.chooseSlot().redirect());
        Form form = again.confirmation();
        again.visitor().put(PASS, pass);
        again.visitor().put(TICKET, ticket);

        assertEquals("303 /reserve/done", form.press("confirm").redirect());

        assertEquals("1", journeys(number));
    }

    private Journey inside(Journey journey) {
        LineSpeed.whileFast(portal, journey::toTheEndOfTheLine);
        return journey;
    }

    private static void book(Journey journey) {
        journey.chooseClinic();
        assertEquals("303 /reserve/confirm", journey.chooseSlot().redirect());
        assertEquals("303 /reserve/done", journey.confirm().redirect());
    }

    private void cancel(Journey booked) {
        Page found = new Visitor(door)
                .get("/reservation")
                .formWith("find")
                .with("code", booked.code())
                .with("phone", booked.citizen().phone())
                .press("find");
        Page shown = found.status() == 303 ? found.follow() : found;
        assertTrue(shown.formWith("cancel").press("cancel").status() < 400);
    }

    private String journeys(long number) throws SQLException {
        return rows.text("SELECT journeys FROM line_ticket WHERE window_id = 'w0714' AND number = ?", number);
    }
}

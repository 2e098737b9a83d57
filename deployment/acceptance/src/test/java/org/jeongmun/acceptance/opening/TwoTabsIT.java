package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser has one set of cookies, and as many pages open as people like. */
@DisplayName("A page that was left open")
@ExtendWith(SharedPortals.class)
class TwoTabsIT {
    private final URI door;

    TwoTabsIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
    }

    private Journey somebody() {
        return new Journey(door, Citizen.invited());
    }

    /** @return somebody else who has checked in in the same browser, at the same clinic */
    private static Journey beside(Journey person) {
        Journey other = new Journey(person.visitor(), Citizen.bornOn("19660101"));
        assertEquals("303 /reserve/slot", other.checkIn().redirect());
        return other;
    }

    @Test
    void confirmsNoOtherPlaceThanItShows() {
        Journey person = somebody().toHold();
        Form leftOpen = person.confirmation();
        String shown = leftOpen.value("place");
        List<String> times = person.slots().choices("slot");
        String other =
                times.stream().filter(id -> !id.equals(shown)).findFirst().orElseThrow();
        assertEquals("303 /reserve/confirm", person.chooseSlot(other).redirect());

        Page answer = leftOpen.press("confirm");

        assertEquals(422, answer.status());
        assertTrue(answer.text("errors").orElse("").contains("다른 시간을 고르셔서"), answer::toString);
        assertEquals(other, answer.formWith("agree").value("place"), "what is held is shown");
        assertEquals(
                "303 /reserve/done",
                answer.formWith("agree").tick("agree").press("confirm").redirect());
    }

    @Test
    void confirmsNothingForSomebodyElse() {
        Journey mother = somebody().toHold();
        Form leftOpen = mother.confirmation();
        Journey father = beside(mother);
        assertEquals("303 /reserve/confirm", father.chooseSlot().redirect());

        Page answer = leftOpen.press("confirm");

        assertEquals(422, answer.status());
        assertTrue(answer.text("errors").orElse("").contains("다른 분이 본인확인을"), answer::toString);
        assertTrue(answer.text("whose").orElse("").contains("1966년 1월 1일"), answer::toString);
        assertEquals("303 /reserve/done", father.confirm().redirect());
    }

    @Test
    void takesNoPlaceForSomebodyElse() {
        Journey mother = somebody().toSlots();
        Form leftOpen = mother.slots();
        Journey father = beside(mother);

        Page answer = leftOpen.with("slot", leftOpen.choices("slot").get(0)).press("continue");

        assertEquals(422, answer.status());
        assertTrue(answer.text("errors").orElse("").contains("다른 분이 본인확인을"), answer::toString);
        assertEquals(
                "303 /reserve/slot", father.visitor().get("/reserve/confirm").redirect());
    }
}

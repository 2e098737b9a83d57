package org.jeongmun.acceptance.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.CrowdInLine;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The campaign lets somebody book for one more. */
@DisplayName("Whoever books for others in a slow line")
@ExtendWith(SharedPortals.class)
class GuestsIT {
    /** A dozen seconds' worth at twice the rate: nobody's turn comes while a test still looks at them. */
    private static final int AHEAD = 100;

    private final Portal portal;
    private final URI door;

    GuestsIT(@Serving(Stage.IN_LINE) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
    }

    /** @return somebody whose turn has come */
    private Journey inside() {
        Journey journey = new Journey(door, Citizen.invited());
        LineSpeed.whileFast(portal, journey::toTheEndOfTheLine);
        return journey;
    }

    @Test
    void aPassIsGoodForOneJourneyAndThoseThatTheCampaignAllowsBeside() {
        Journey representative = inside();
        Visitor copy = representative.visitor().twin();
        book(representative);
        Journey parent = new Journey(representative.visitor(), Citizen.invited());
        assertEquals("303 /reserve/slot", parent.checkIn().redirect(), "at the clinic of the one before");
        Visitor copyOfBoth = parent.visitor().twin();
        book(parent);
        Awaitility.await("both copies to be refused")
                .atMost(Duration.ofSeconds(60))
                .until(() -> copy.get("/reserve/clinic").redirect().equals("303 /waiting")
                        && copyOfBoth.get("/reserve/clinic").redirect().equals("303 /waiting"));
        assertTrue(copy.get("/waiting").document().text().contains("이 순번으로 이미 예약하셨습니다."));
        long theirs = representative.number();
        Journey third = new Journey(parent.visitor(), Citizen.invited());
        third.checkIn();
        assertTrue(third.number() > theirs, "the third has a number of their own");
    }

    @Test
    void aNumberBringsAsManyAsTheCampaignAllowsWhateverCarriesItsPass() {
        Journey representative = inside();
        CrowdInLine.behind(AHEAD, door);
        Citizen parent = Citizen.invited();
        Visitor copy = representative.visitor().twin();
        Visitor anotherCopy = representative.visitor().twin();

        assertEquals(
                "303 /reserve/clinic",
                new Journey(representative.visitor().twin(), parent).checkIn().redirect());
        assertEquals(
                "303 /reserve/clinic", new Journey(copy, parent).checkIn().redirect(), "the same person once more");
        Journey neighbour = new Journey(anotherCopy, Citizen.invited());
        neighbour.checkIn();
        assertTrue(neighbour.number() > representative.number(), "who is one too many has a number of their own");
    }

    private static void book(Journey journey) {
        journey.chooseClinic();
        assertEquals("303 /reserve/confirm", journey.chooseSlot().redirect());
        assertEquals("303 /reserve/done", journey.confirm().redirect());
        assertFalse(journey.code().isBlank());
    }
}

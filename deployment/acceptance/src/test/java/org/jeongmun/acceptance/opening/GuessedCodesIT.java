package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
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

/** The portal is shared: who guesses comes from an address of this machine from which nobody else does. */
@DisplayName("Whoever guesses codes of reservations")
@ExtendWith(SharedPortals.class)
class GuessedCodesIT {
    private static final int WRONG_ONES_AT_ONCE = 10;
    private static final int TOO_MANY = 429;
    private static final String GUESSER = "127.0.0.77";
    private static final String NEIGHBOUR = "127.0.0.78";

    private final URI door;
    private final Visitor visitor;

    GuessedCodesIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
        visitor = new Visitor(door);
    }

    @Test
    void isSentAwayAfterAFewEvenWithARightOneAndNobodyElseIs() {
        Journey booked = new Journey(door, Citizen.invited());
        String code = booked.toCode();
        String phone = booked.citizen().phone();
        String wrong = (code.startsWith("3") ? "4" : "3") + code.substring(1);
        for (int i = 0; i < WRONG_ONES_AT_ONCE; i++) {
            assertEquals(422, looksFor(wrong, phone).from(GUESSER).sendTo(door).status());
        }

        RawResponse refused = looksFor(wrong, phone).from(GUESSER).sendTo(door);

        assertEquals(TOO_MANY, refused.status(), refused::toString);
        assertTrue(Integer.parseInt(refused.header("Retry-After").orElse("0")) > 0, refused::toString);
        for (String said : new String[] {"198.51.100.1", "198.51.100.2", "127.0.0.1", "127.0.0.1, 198.51.100.3"}) {
            RawRequest another = looksFor(code, phone).from(GUESSER).header("X-Forwarded-For", said);
            assertEquals(TOO_MANY, another.sendTo(door).status(), said);
        }
        assertEquals(200, looksFor(code, phone).from(NEIGHBOUR).sendTo(door).status());
    }

    private RawRequest looksFor(String code, String phone) {
        Form form =
                visitor.get("/reservation").formWith("find").with("code", code).with("phone", phone);
        return RawRequest.of("POST", "/reservation")
                .header("Cookie", visitor.cookieHeader())
                .body("application/x-www-form-urlencoded", form.encoded("find"));
    }
}

package org.jeongmun.acceptance.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same days are asked in a Java that believes to be in Berlin and in one that believes to be in Seoul. */
@DisplayName("Ages 55-59, born 1962 to 1966:")
@ExtendWith(SharedPortals.class)
class BirthDateIT {
    private final URI berlin;
    private final URI seoul;

    BirthDateIT(@Serving(Stage.OPEN) Portal berlin, @Serving(Stage.OPEN_IN_SEOUL) Portal seoul) {
        this.berlin = berlin.published().publicUrl();
        this.seoul = seoul.published().publicUrl();
    }

    @ParameterizedTest(name = "born on {0}")
    @ValueSource(strings = {"19620101", "19620102", "19640229", "19640315", "19661230", "19661231"})
    void mayCome(String birthDate) {
        for (URI door : new URI[] {berlin, seoul}) {
            Page answer = new Journey(door, Citizen.bornOn(birthDate)).checkIn();
            assertEquals("303 /reserve/clinic", answer.redirect(), answer::toString);
        }
    }

    // On 10 August 1961 Seoul moved its clocks from 0:00 to 0:30: that day has no midnight there.
    @ParameterizedTest(name = "born on {0}")
    @ValueSource(strings = {"19611231", "19610810", "19600229", "19670101", "19680229", "20000229", "19210714"})
    void mayNotComeAndIsToldAtOnce(String birthDate) {
        for (URI door : new URI[] {berlin, seoul}) {
            Journey journey = new Journey(door, Citizen.bornOn(birthDate));
            Page answer = journey.checkIn();
            assertEquals(422, answer.status(), answer::toString);
            assertTrue(answer.text("errors").isPresent(), answer::toString);
            assertFalse(answer.body().contains(" at org."), answer::toString);
            assertEquals(
                    "303 /check-in", journey.visitor().get("/reserve/clinic").redirect());
        }
    }
}

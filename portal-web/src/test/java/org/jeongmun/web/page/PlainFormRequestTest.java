package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A plain form")
class PlainFormRequestTest {
    @ParameterizedTest(name = "{0} is kept from Faces: {1}")
    @CsvSource({
        "jakarta.faces.ViewState, true",
        "JAKARTA.FACES.partial.ajax, true",
        "javax.faces.ViewState, true",
        "Faces-Request, true",
        "jfwid, true",
        "name, false",
        "birthDate, false",
        "csrf, false",
        "continue, false",
    })
    void holdsNothingThatFacesWouldTakeForItself(String name, boolean hidden) {
        assertEquals(hidden, PlainFormRequest.isOfFaces(name));
    }

    @ParameterizedTest(name = "{0} of a form with {1} in its address: {2}")
    @CsvSource({
        "2, '', 2",
        "1 2, slot=1, 2",
        "1, slot=1, ''",
        "1 1 2, slot=1&slot=1, 2",
        "1 2, sl%6Ft=1&other, 2",
        "2, slots=1&%zz=1, 2",
    })
    void saysWhatIsInItsBodyAlone(String values, String query, String said) {
        Map<String, String[]> left = PlainFormRequest.ofBody(Map.of("slot", values.split(" ")), query);
        assertEquals(said, String.join(" ", left.getOrDefault("slot", new String[0])));
    }
}

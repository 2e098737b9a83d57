package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}

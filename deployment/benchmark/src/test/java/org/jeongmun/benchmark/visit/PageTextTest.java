package org.jeongmun.benchmark.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The text of a page")
class PageTextTest {
    private static final PageText PAGE = new PageText("""
            <input type="hidden" name="csrf" value="abc" />
            <input type="hidden" name="clinic" value="no" />
            <input type="radio" name="clinic" id="clinic-1" value="full" disabled="disabled" />
            <input type="radio" name="clinic" id="clinic-2" value="c2" checked="checked" />
            <input type="radio" name="clinic" id="clinic-3" value="c3" />
            <p>Your code: <strong id="reservationCode"> ABCD-EFGH </strong></p>""");

    @Test
    void tellsWhatAFormMustSendBack() {
        assertEquals(Optional.of("abc"), PAGE.hidden("csrf"));
        assertEquals(Optional.empty(), PAGE.hidden("other"));
    }

    @Test
    void offersWhatCanBeChosen() {
        assertEquals(List.of("c2", "c3"), PAGE.choices("clinic"));
    }

    @Test
    void showsTheCode() {
        assertEquals(Optional.of("ABCD-EFGH"), PAGE.textOf("reservationCode"));
        assertEquals(Optional.empty(), PAGE.textOf("nothing"));
    }

    @Test
    void offersWhatAListHas() {
        PageText page =
                new PageText("<option value=\"other\"><select id=\"sido\" name=\"sido\"><option value=\"\">all</option>"
                        + "<option value=\"a\">A</option><option value=\"b\">B</option></select><option value=\"c\">");

        assertEquals(List.of("a", "b"), page.options("sido"));
        assertEquals(List.of(), page.options("sigungu"));
    }

    @Test
    void tellsItsScriptWhereSomebodyStands() {
        PageText page = new PageText("<main id=main data-w=w0714 data-n=12 data-p=0 data-k=\"\" data-d=5.5>");

        assertEquals(Optional.of("12"), page.data("n"));
        assertEquals(Optional.of("5.5"), page.data("d"));
        assertEquals(Optional.of(""), page.data("k"));
        assertEquals(Optional.empty(), page.data("go"));
    }
}

package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jeongmun.schedule.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A part that is the reader's own")
class OwnMarkupTest {
    private static final String EVIL = "<b>&\"'가";
    private static final String HARMLESS = "&lt;b&gt;&amp;&quot;&#39;가";

    @Test
    void saysWhatItIsGivenAndNothingThatABrowserWouldTakeForMarkup() {
        LocalizedText when = new LocalizedText(EVIL + "ko", EVIL + "en");
        String place = OwnMarkup.place(when, EVIL + 1, EVIL + 2, EVIL + 3, EVIL + 4);

        for (String said : List.of("ko", "en", "1", "2", "3", "4")) {
            assertTrue(place.contains(">" + HARMLESS + said + "<"), place);
        }
        assertFalse(place.contains("<b>"), place);
        assertEquals(HARMLESS, OwnMarkup.text(EVIL));
        assertFalse(OwnMarkup.both(when).contains("<b>"), OwnMarkup.both(when));
    }
}

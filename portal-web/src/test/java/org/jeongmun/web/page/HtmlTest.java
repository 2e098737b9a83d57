package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jeongmun.schedule.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Mark-up")
class HtmlTest {
    private static final String HOSTILE = "<b onclick='x'>\"&amp;\"</b>";
    private static final String HARMLESS = "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;amp;&quot;&lt;/b&gt;";

    @Test
    void keepsWhatSomebodyElseWroteFromBeingMarkup() {
        assertEquals(HARMLESS, new Html().text(HOSTILE).toString());
        assertEquals(
                " value=\"" + HARMLESS + "\"",
                new Html().attribute("value", HOSTILE).toString());
        assertEquals(
                "<span lang=\"ko\">" + HARMLESS + "</span> <span lang=\"en\">" + HARMLESS + "</span>",
                new Html().both(new LocalizedText(HOSTILE, HOSTILE)).toString());
    }

    @Test
    void leavesOutAnAttributeWithoutAValue() {
        assertEquals(
                "<li>",
                new Html().raw("<li").attribute("aria-current", null).raw(">").toString());
    }
}

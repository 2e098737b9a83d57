package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import java.time.LocalDate;
import java.util.Collection;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Times;

/** {@code v:dates}: days to choose from. */
public final class DatesTag extends MarkupTag {
    /** Made by Faces. */
    public DatesTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        Times times = bean("times", Times.class, context);
        LocalDate chosen = value("chosen", LocalDate.class, context);
        Html html = new Html();
        for (Object each : value("of", Collection.class, context)) {
            LocalDate day = (LocalDate) each;
            LocalizedText words = times.day(day);
            html.raw("<option")
                    .attribute("value", day.toString())
                    .attribute("selected", day.equals(chosen) ? "selected" : null)
                    .raw(">")
                    .text(words.ko())
                    .raw(" · ")
                    .text(words.en())
                    .raw("</option>\n");
        }
        return html.toString();
    }
}

package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import java.util.Collection;
import org.jeongmun.clinic.Slot;
import org.jeongmun.web.page.Times;

/** {@code v:slotTimes}: the free times of one day at one clinic, to choose from. */
public final class SlotTimesTag extends MarkupTag {
    /** Made by Faces. */
    public SlotTimesTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        Times times = bean("times", Times.class, context);
        String chosen = text("chosen", context);
        Html html = new Html();
        for (Object each : value("of", Collection.class, context)) {
            Slot slot = (Slot) each;
            String id = slot.id().toString();
            html.raw("<li>\n<input type=\"radio\" name=\"slot\"")
                    .attribute("id", "slot-" + id)
                    .attribute("value", id)
                    .attribute("checked", id.equals(chosen) ? "checked" : null)
                    .raw(" />\n<label")
                    .attribute("for", "slot-" + id)
                    .raw("><span class=\"name\">")
                    .both(times.time(slot.startsAt()))
                    .raw("</span>\n<span class=\"where\">")
                    .text(slot.vaccine())
                    .raw("</span>\n<span class=\"free\">")
                    .both(count("slot.free", slot.free()))
                    .raw("</span></label>\n</li>\n");
        }
        return html.toString();
    }
}

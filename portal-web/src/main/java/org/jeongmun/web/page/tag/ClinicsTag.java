package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import java.util.Collection;
import org.jeongmun.clinic.Availability.Found;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.web.page.Html;
import org.jeongmun.web.page.Times;

/**
 * {@code v:clinics}: clinics with what is free there; to choose from where {@code chosen} is given, else to read, with
 * no more than a lower bound of what is free.
 */
public final class ClinicsTag extends MarkupTag {
    /** Made by Faces. */
    public ClinicsTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        FreePlaces free = new FreePlaces(bean("times", Times.class, context));
        boolean toChoose = getAttribute("chosen") != null;
        String chosen = text("chosen", context);
        Html html = new Html();
        for (Object each : value("of", Collection.class, context)) {
            Found found = (Found) each;
            if (toChoose) {
                choice(found, chosen, free, html);
            } else {
                line(found, free, html);
            }
        }
        return html.toString();
    }

    private static void choice(Found found, String chosen, FreePlaces free, Html html) {
        Clinic clinic = found.clinic();
        String id = clinic.id().value();
        html.raw("<li>\n<input type=\"radio\" name=\"clinic\"")
                .attribute("id", "clinic-" + id)
                .attribute("value", id)
                .attribute("checked", id.equals(chosen) ? "checked" : null)
                .attribute("disabled", found.freePlaces() > 0 ? null : "disabled")
                .raw(" />\n<label")
                .attribute("for", "clinic-" + id)
                .raw("><span class=\"name\">")
                .text(clinic.name())
                .raw("</span>\n<span class=\"where\">")
                .text(clinic.wholeAddress())
                .raw("</span>\n<span class=\"free\">");
        free.say(found, html);
        html.raw("</span></label>\n</li>\n");
    }

    private static void line(Found found, FreePlaces free, Html html) {
        Clinic clinic = found.clinic();
        html.raw("<li")
                .attribute("id", "clinic-" + clinic.id().value())
                .raw("><span class=\"name\">")
                .text(clinic.name())
                .raw("</span>\n<span class=\"where\">")
                .text(clinic.wholeAddress())
                .raw("</span>\n<span class=\"where\">")
                .text(clinic.phone())
                .raw("</span>\n<span class=\"free\">");
        free.sayCoarsely(found, html);
        html.raw("</span></li>\n");
    }
}

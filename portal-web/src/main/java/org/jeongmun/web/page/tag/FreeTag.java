package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.clinic.Availability.Found;
import org.jeongmun.web.page.Html;
import org.jeongmun.web.page.Times;

/** {@code v:free}: what is free at a clinic. */
public final class FreeTag extends MarkupTag {
    /** Made by Faces. */
    public FreeTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        Html html = new Html();
        new FreePlaces(bean("times", Times.class, context)).say(value("found", Found.class, context), html);
        return html.toString();
    }
}

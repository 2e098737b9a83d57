package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.schedule.LocalizedText;

/** {@code v:place}: where and when to come, as a list. */
public final class PlaceTag extends MarkupTag {
    /** Made by Faces. */
    public PlaceTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        Html html = new Html().raw("<dl class=\"place\">\n");
        html.raw("<dt>").both(words("place.startsAt")).raw("</dt>\n<dd>");
        html.both(value("startsAt", LocalizedText.class, context)).raw("</dd>\n");
        for (String part : new String[] {"clinic", "address", "phone", "vaccine"}) {
            html.raw("<dt>").both(words("place." + part)).raw("</dt>\n<dd>");
            html.text(text(part, context)).raw("</dd>\n");
        }
        return html.raw("</dl>").toString();
    }
}

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
        return OwnMarkup.place(
                value("startsAt", LocalizedText.class, context),
                text("clinic", context),
                text("address", context),
                text("phone", context),
                text("vaccine", context));
    }
}

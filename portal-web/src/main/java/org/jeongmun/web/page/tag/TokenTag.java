package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.web.journey.FormGuard;
import org.jeongmun.web.page.Html;
import org.jeongmun.web.page.PageFilter;

/** {@code v:token}: what every form must send back. */
public final class TokenTag extends MarkupTag {
    /** Made by Faces. */
    public TokenTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        return new Html()
                .raw("<input type=\"hidden\"")
                .attribute("name", FormGuard.FIELD)
                .attribute("value", OwnTag.part(PageFilter.TOKEN, context))
                .raw(" />")
                .toString();
    }
}

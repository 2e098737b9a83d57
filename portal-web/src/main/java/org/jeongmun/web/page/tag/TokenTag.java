package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.web.journey.FormGuard;

/** {@code v:token}: what every form must send back. */
public final class TokenTag extends MarkupTag {
    /** It is a part of the page that is its reader's own. */
    public static final String PART = "token";

    /** Made by Faces. */
    public TokenTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        return new Html()
                .raw("<input type=\"hidden\"")
                .attribute("name", FormGuard.FIELD)
                .attribute("value", OwnTag.part(PART, context))
                .raw(" />")
                .toString();
    }
}

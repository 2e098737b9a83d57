package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.web.page.Html;

/** {@code v:submit}: a button. */
public final class SubmitTag extends MarkupTag {
    private final String constant;

    /** Made by Faces. */
    public SubmitTag(TagConfig config) {
        super(config);
        constant = new Html()
                .raw("<button type=\"submit\"")
                .attribute("name", literal("name", null))
                .raw(" value=\"1\"")
                .attribute("class", literal("kind", "main"))
                .raw(">")
                .both(words(literal("label", null)))
                .raw("</button>")
                .toString();
    }

    @Override
    String markup(FaceletContext context) {
        return constant;
    }
}

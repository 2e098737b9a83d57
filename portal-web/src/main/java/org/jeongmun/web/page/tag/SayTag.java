package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Html;

/** {@code v:say}: a text in both languages, by its key or as a bean says it. */
public final class SayTag extends MarkupTag {
    private final String constant;

    /** Made by Faces. */
    public SayTag(TagConfig config) {
        super(config);
        TagAttribute key = getAttribute("key");
        constant = key != null && key.isLiteral()
                ? new Html().both(words(key.getValue())).toString()
                : null;
    }

    @Override
    String markup(FaceletContext context) {
        if (constant != null) {
            return constant;
        }
        boolean byKey = getAttribute("key") != null;
        LocalizedText said = byKey ? words(text("key", context)) : value("of", LocalizedText.class, context);
        return new Html().both(said).toString();
    }
}

package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.schedule.LocalizedText;

/** {@code v:say}: a text in both languages, by its key or as a bean says it. */
public final class SayTag extends MarkupTag {
    private final String constant;

    /** Made by Faces. */
    public SayTag(TagConfig config) {
        super(config);
        String key = literal("key", null);
        constant = key == null ? null : new Html().both(words(key)).toString();
    }

    @Override
    String markup(FaceletContext context) {
        return constant == null
                ? new Html().both(value("of", LocalizedText.class, context)).toString()
                : constant;
    }
}

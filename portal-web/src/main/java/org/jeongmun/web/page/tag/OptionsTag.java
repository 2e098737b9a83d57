package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import java.util.Collection;
import org.jeongmun.web.page.Html;

/** {@code v:options}: names to choose from, each its own value; a province has its English name beside it. */
public final class OptionsTag extends MarkupTag {
    /** Made by Faces. */
    public OptionsTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        String chosen = text("chosen", context);
        Html html = new Html();
        for (Object option : value("of", Collection.class, context)) {
            String text = option.toString();
            html.raw("<option")
                    .attribute("value", text)
                    .attribute("selected", text.equals(chosen) ? "selected" : null)
                    .raw(">")
                    .text(text + Provinces.english(text).map(" "::concat).orElse(""))
                    .raw("</option>\n");
        }
        return html.toString();
    }
}

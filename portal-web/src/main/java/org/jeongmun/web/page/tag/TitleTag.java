package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Html;

/** {@code v:title}: what the title of a page says, in both languages; first that the form has a problem, if it has. */
public final class TitleTag extends MarkupTag {
    /** Made by Faces. */
    public TitleTag(TagConfig config) {
        super(config);
    }

    @Override
    String markup(FaceletContext context) {
        Html html = new Html();
        if (form(context).isRefused()) {
            LocalizedText error = words("form.error");
            html.text(error.ko()).raw(" ").text(error.en()).raw(" · ");
        }
        LocalizedText title = words(text("key", context));
        return html.text(title.ko()).raw(" · ").text(title.en()).toString();
    }
}

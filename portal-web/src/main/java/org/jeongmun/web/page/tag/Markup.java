package org.jeongmun.web.page.tag;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Finished mark-up in the tree of a page. */
final class Markup extends UIComponentBase {
    private final String html;

    Markup(String html) {
        this.html = html;
        setTransient(true);
    }

    @Override
    public String getFamily() {
        return "org.jeongmun.markup";
    }

    @Override
    public void encodeAll(FacesContext context) throws IOException {
        context.getResponseWriter().write(html);
    }
}

package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import java.util.List;
import org.jeongmun.web.page.Html;

/** {@code v:steps}: where in the journey a page is. */
public final class StepsTag extends MarkupTag {
    private static final List<String> STEPS = List.of("checkIn", "clinic", "slot", "confirm");

    private final String constant;

    /** Made by Faces. */
    public StepsTag(TagConfig config) {
        super(config);
        String at = literal("at", null);
        Html html = new Html().raw("<nav class=\"steps\" aria-label=\"예약 단계 Steps\">\n<ol>\n");
        for (String step : STEPS) {
            html.raw("<li")
                    .attribute("aria-current", step.equals(at) ? "step" : null)
                    .raw(">")
                    .both(words("steps." + step))
                    .raw("</li>\n");
        }
        constant = html.raw("</ol>\n</nav>").toString();
    }

    @Override
    String markup(FaceletContext context) {
        return constant;
    }
}

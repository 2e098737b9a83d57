package org.jeongmun.web.page.tag;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Html;

/** {@code v:field}: one line to type in, with its label, hint and problem. */
public final class FieldTag extends MarkupTag {
    private final String name;
    private final boolean hasHint;
    private final String before;
    private final String behaviour;

    /** Made by Faces. */
    public FieldTag(TagConfig config) {
        super(config);
        name = literal("name", null);
        String hint = literal("hint", null);
        hasHint = hint != null;
        Html begin = new Html()
                .raw("<div class=\"field\">\n<label")
                .attribute("for", name)
                .raw(">");
        begin.both(words(literal("label", null))).raw("</label>\n");
        if (hasHint) {
            begin.raw("<p class=\"hint\"").attribute("id", name + "-hint").raw(">");
            begin.both(words(hint)).raw("</p>\n");
        }
        before = begin.toString();
        behaviour = new Html()
                .attribute("type", literal("type", "text"))
                .attribute("inputmode", literal("inputmode", "text"))
                .attribute("autocomplete", literal("autocomplete", "off"))
                .attribute("maxlength", literal("maxlength", null))
                .raw(" spellcheck=\"false\" aria-required=\"true\"")
                .toString();
    }

    @Override
    String markup(FaceletContext context) {
        LocalizedText problem = form(context).problemOf(name);
        Html html = new Html().raw(before);
        if (problem != null) {
            html.raw("<p class=\"problem\"").attribute("id", name + "-problem").raw(">");
            html.both(problem).raw("</p>\n");
        }
        return html.raw("<input")
                .attribute("id", name)
                .attribute("name", name)
                .attribute("value", text("value", context))
                .raw(behaviour)
                .attribute("aria-invalid", Boolean.toString(problem != null))
                .attribute("aria-describedby", description(problem != null))
                .raw(" />\n</div>")
                .toString();
    }

    private String description(boolean hasProblem) {
        if (!hasProblem) {
            return hasHint ? name + "-hint" : null;
        }
        return hasHint ? name + "-problem " + name + "-hint" : name + "-problem";
    }
}

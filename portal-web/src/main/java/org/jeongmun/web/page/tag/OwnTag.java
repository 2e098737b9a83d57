package org.jeongmun.web.page.tag;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import java.util.Map;
import org.jeongmun.web.page.PageFilter;

/**
 * {@code v:own}: a part of the page that is its reader's own, as the page has written it. In an attribute a view has
 * it as <code>#{own.name}</code>, if it is of digits and hyphens. A page that is written for many has a gap there.
 */
public final class OwnTag extends MarkupTag {
    private final String part;

    /** Made by Faces. */
    public OwnTag(TagConfig config) {
        super(config);
        part = getRequiredAttribute("part").getValue();
    }

    @Override
    String markup(FaceletContext context) {
        return part(part, context);
    }

    static String part(String name, FaceletContext context) {
        Map<?, ?> parts = (Map<?, ?>)
                context.getFacesContext().getExternalContext().getRequestMap().get(PageFilter.OWN);
        return requireNonNull(parts.get(name), name).toString();
    }
}

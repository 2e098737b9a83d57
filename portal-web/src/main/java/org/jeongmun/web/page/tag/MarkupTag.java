package org.jeongmun.web.page.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Form;
import org.jeongmun.web.page.PageFilter;
import org.jeongmun.web.page.Texts;

/**
 * A tag that writes its mark-up while the page is put together, which is after the page has acted. Faces makes one for
 * each place in a view and uses it for all requests, so it keeps nothing but what is the same for all.
 */
abstract class MarkupTag extends TagHandler {
    private static final Texts TEXTS = new Texts();

    MarkupTag(TagConfig config) {
        super(config);
    }

    @Override
    public final void apply(FaceletContext context, UIComponent parent) {
        parent.getChildren().add(new Markup(markup(context)));
    }

    /** @return what the tag stands for in this request */
    abstract String markup(FaceletContext context);

    /** @return the text of a key in both languages */
    static LocalizedText words(String key) {
        return TEXTS.of(key);
    }

    /** @return the text of a key with a number in it */
    static LocalizedText count(String key, long number) {
        return TEXTS.count(key, number);
    }

    /** @return the text of a key with other texts in it */
    static LocalizedText words(String key, LocalizedText... parts) {
        return TEXTS.of(key, parts);
    }

    /** @return what the view says itself, or {@code instead} where it says nothing */
    final String literal(String name, String instead) {
        TagAttribute attribute = getAttribute(name);
        return attribute == null ? instead : attribute.getValue();
    }

    /** @return what the view's expression comes to in this request; {@code null} where there is none */
    final <T> T value(String name, Class<T> type, FaceletContext context) {
        TagAttribute attribute = getAttribute(name);
        return attribute == null ? null : type.cast(attribute.getObject(context, type));
    }

    /** @return the same as a text; empty for nothing */
    final String text(String name, FaceletContext context) {
        Object value = value(name, Object.class, context);
        return value == null ? "" : value.toString();
    }

    /**
     * The form of this request. Every view asks for it, for its title, so that none is shown whose page has not acted.
     *
     * @throws IllegalStateException when no page has acted
     */
    static Form form(FaceletContext context) {
        Object form =
                context.getFacesContext().getExternalContext().getRequestMap().get(PageFilter.FORM);
        if (form == null) {
            throw new IllegalStateException("A view is shown without its page: PageFilter stands before Faces.");
        }
        return (Form) form;
    }

    /** @return the bean of that name */
    static <T> T bean(String name, Class<T> type, FaceletContext context) {
        FacesContext faces = context.getFacesContext();
        return faces.getApplication().evaluateExpressionGet(faces, "#{" + name + "}", type);
    }
}

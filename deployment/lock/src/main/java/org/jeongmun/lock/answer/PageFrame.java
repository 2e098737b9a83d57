package org.jeongmun.lock.answer;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.schedule.LocalizedText;

/** Puts a page into the portal's frame. Every text is escaped. Thread-safe. */
public final class PageFrame {
    private static final Template TEMPLATE = template();

    private PageFrame() {}

    /**
     * Renders a page.
     *
     * @param page what it says
     * @param demo whether it must say that it is a demo
     * @param announcement what an operator tells everybody
     * @return the whole HTML document
     */
    public static String render(Page page, boolean demo, Optional<LocalizedText> announcement) {
        Map<String, Object> names = new HashMap<>();
        names.put("title", page.title());
        names.put("body", page.body());
        names.put("sections", page.sections());
        names.put("links", page.links());
        names.put("demo", demo);
        announcement.ifPresent(text -> names.put("announcement", text));
        return TEMPLATE.execute(names);
    }

    private static Template template() {
        try (InputStream stream = PageFrame.class.getResourceAsStream("page.mustache");
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .escapeHTML(true)
                    .zeroIsFalse(true)
                    .defaultValue("")
                    .compile(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

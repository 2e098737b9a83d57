package org.jeongmun.lock.answer;

import java.util.List;
import org.jeongmun.schedule.LocalizedText;

/**
 * What a page of this package says; how it looks is for the template.
 *
 * @param title the heading, and the window's title
 * @param body paragraphs right below the heading
 * @param sections further parts, each with a heading of its own
 * @param links where to go from here: only to doors that are open
 */
public record Page(LocalizedText title, List<LocalizedText> body, List<Section> sections, List<Link> links) {
    /** A part of a page under its own heading. */
    public record Section(LocalizedText heading, List<LocalizedText> body) {}

    /** A way on from the page. */
    public record Link(String href, LocalizedText label) {}

    public static Page of(LocalizedText title, List<LocalizedText> body, List<Link> links) {
        return new Page(title, body, List.of(), links);
    }
}

package org.jeongmun.benchmark.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the few things on a page that a visitor needs, by looking for their marks: a parser of HTML for each page would
 * cost more than the portal takes to write it.
 *
 * @param text one character for each byte; what is looked for is ASCII
 */
public record PageText(String text) {
    /** @return the value of the first hidden input of that name */
    public Optional<String> hidden(String name) {
        int control = text.indexOf("name=\"" + name + "\"");
        return control < 0 ? Optional.empty() : attributeAfter("value=\"", control);
    }

    /** @return the values of the radio buttons of that name that can be chosen */
    public List<String> choices(String name) {
        String mark = "name=\"" + name + "\"";
        List<String> values = new ArrayList<>();
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            int end = text.indexOf('>', at);
            int begin = text.lastIndexOf('<', at);
            boolean offered = text.startsWith("<input", begin)
                    && text.substring(begin, end).contains("type=\"radio\"")
                    && text.substring(begin, end).indexOf("disabled") < 0;
            if (offered) {
                attributeAfter("value=\"", begin).ifPresent(values::add);
            }
        }
        return values;
    }

    /** @return the values that the list of that id offers, without the empty one */
    public List<String> options(String id) {
        int list = text.indexOf("<select id=\"" + id + "\"");
        int end = list < 0 ? -1 : text.indexOf("</select>", list);
        List<String> values = new ArrayList<>();
        int at = end < 0 ? -1 : text.indexOf("<option value=\"", list);
        while (at >= 0 && at < end) {
            attributeAfter("value=\"", at).filter(value -> !value.isEmpty()).ifPresent(values::add);
            at = text.indexOf("<option value=\"", at + 1);
        }
        return values;
    }

    /** @return the first attribute {@code data-…} of that name, with or without quotes */
    public Optional<String> data(String name) {
        int at = text.indexOf(" data-" + name + "=");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + name.length() + " data-=".length();
        int to = from;
        while (to < text.length() && text.charAt(to) != ' ' && text.charAt(to) != '>') {
            to++;
        }
        return Optional.of(text.substring(from, to).replace("\"", ""));
    }

    /** @return the text of the element of that id */
    public Optional<String> textOf(String id) {
        int element = text.indexOf("id=\"" + id + "\"");
        int from = text.indexOf('>', element) + 1;
        int to = text.indexOf('<', from);
        return element < 0 || to < 0
                ? Optional.empty()
                : Optional.of(text.substring(from, to).strip());
    }

    private Optional<String> attributeAfter(String mark, int at) {
        int from = text.indexOf(mark, at) + mark.length();
        int to = text.indexOf('"', from);
        return from < mark.length() || to < 0 ? Optional.empty() : Optional.of(text.substring(from, to));
    }
}

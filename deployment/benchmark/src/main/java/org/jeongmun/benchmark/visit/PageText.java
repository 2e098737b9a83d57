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
record PageText(String text) {
    /** @return the value of the first hidden input of that name */
    Optional<String> hidden(String name) {
        int control = text.indexOf("name=\"" + name + "\"");
        return control < 0 ? Optional.empty() : attributeAfter("value=\"", control);
    }

    /** @return the values of the radio buttons of that name that can be chosen */
    List<String> choices(String name) {
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

    /** @return the text of the element of that id */
    Optional<String> textOf(String id) {
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

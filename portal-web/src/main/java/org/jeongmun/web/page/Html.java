package org.jeongmun.web.page;

import org.jeongmun.schedule.LocalizedText;

/** Mark-up as it grows. What is not mark-up is escaped; a forgotten escape would have to be written as {@link #raw}. */
public final class Html {
    private final StringBuilder text = new StringBuilder(256);

    /** Empty as yet. */
    public Html() {}

    /** Adds mark-up of our own. */
    public Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Adds what was imported, typed or translated. */
    public Html text(String plain) {
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(letter);
            }
        }
        return this;
    }

    /** Adds an attribute; one without a value is left out. */
    public Html attribute(String name, String value) {
        return value == null ? this : raw(" ").raw(name).raw("=\"").text(value).raw("\"");
    }

    /** Adds a text in both languages, each marked as such. */
    public Html both(LocalizedText words) {
        return raw("<span lang=\"ko\">")
                .text(words.ko())
                .raw("</span> <span lang=\"en\">")
                .text(words.en())
                .raw("</span>");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

/**
 * A text in both languages of the portal.
 *
 * @param ko Korean, never blank
 * @param en English, never blank
 */
public record LocalizedText(String ko, String en) {
    /** Refuses a missing language. */
    public LocalizedText {
        requireNonNull(ko, "ko");
        requireNonNull(en, "en");
        if (ko.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A text is given in Korean and in English.");
        }
    }
}

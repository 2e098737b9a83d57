package org.jeongmun.clinic;

import static java.util.Objects.requireNonNull;

/**
 * What somebody looks for among the clinics; an empty text means "any".
 *
 * @param sido exact
 * @param sigungu exact
 * @param text part of the name, ignoring case and spaces
 * @param offset how many matches to leave out, in the directory's own order
 * @param limit how many matches to give at the most, 1 to {@value #MOST}
 */
public record ClinicSearch(String sido, String sigungu, String text, int offset, int limit) {
    /** The most matches that one answer holds. */
    public static final int MOST = 100;

    /** Refuses numbers out of range. */
    public ClinicSearch {
        requireNonNull(sido, "sido");
        requireNonNull(sigungu, "sigungu");
        requireNonNull(text, "text");
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "A search starts at 0 or later and gives 1 to %d; got %d and %d.".formatted(MOST, offset, limit));
        }
    }
}

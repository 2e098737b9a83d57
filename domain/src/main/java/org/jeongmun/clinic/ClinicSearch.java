package org.jeongmun.clinic;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What somebody looks for among the clinics; an empty text means "any".
 *
 * @param sido exact
 * @param sigungu exact
 * @param text part of the name, ignoring case and spaces; initial consonants stand for syllables; what matches no name
 *     at all is read again as if it had been typed with the keyboard in the other language
 * @param near where distances are measured from
 * @param order in which the matches come
 * @param onlyFree whether clinics without a free place are left out
 * @param offset how many matches to leave out, in that order
 * @param limit how many matches to give at the most, 1 to {@value #MOST}
 */
public record ClinicSearch(
        String sido,
        String sigungu,
        String text,
        Optional<GeoPoint> near,
        Order order,
        boolean onlyFree,
        int offset,
        int limit) {
    /** The most matches that one answer holds. */
    public static final int MOST = 100;

    /** In which order matches come; what is equal in it comes in the directory's own. */
    public enum Order {
        /** Sido, sigungu, name, id. */
        DIRECTORY,
        /** The nearest first. */
        DISTANCE,
        /** The earliest free slot first; clinics without one last. */
        EARLIEST
    }

    /** Refuses numbers out of range, and distances from nowhere. */
    public ClinicSearch {
        requireNonNull(sido, "sido");
        requireNonNull(sigungu, "sigungu");
        requireNonNull(text, "text");
        requireNonNull(near, "near");
        requireNonNull(order, "order");
        if (order == Order.DISTANCE && near.isEmpty()) {
            throw new IllegalArgumentException("A search by distance says from where.");
        }
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException(
                    "A search starts at 0 or later and gives 1 to %d; got %d and %d.".formatted(MOST, offset, limit));
        }
    }

    /** A search in the directory's own order, with or without free places. */
    public ClinicSearch(String sido, String sigungu, String text, int offset, int limit) {
        this(sido, sigungu, text, Optional.empty(), Order.DIRECTORY, false, offset, limit);
    }

    /** @return the search for the nearest clinics with free places */
    public static ClinicSearch nearest(GeoPoint from, int limit) {
        return new ClinicSearch("", "", "", Optional.of(from), Order.DISTANCE, true, 0, limit);
    }
}

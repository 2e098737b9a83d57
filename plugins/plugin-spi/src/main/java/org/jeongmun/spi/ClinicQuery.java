package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A search for clinics; all conditions given must hold.
 *
 * @param sido the province or metropolitan city, compared exactly, for example {@code 서울특별시}
 * @param sigungu the district below it, compared exactly
 * @param name part of the clinic's name, ignoring case and spaces; initial consonants ({@code ㅎㅂ}) stand for the
 *     syllables that they begin, and what is in no name at all is read again as if it had been typed with the keyboard
 *     in the other language ({@code gksqlc})
 * @param near where distances are measured from
 * @param order in which order clinics come
 * @param onlyFree whether clinics without a free place are left out
 * @param limit how many clinics at most, 1 to {@link #MOST}
 * @param cursor where an earlier page of the same search ended, as {@link ClinicSearch.Page#next()} gave it; opaque
 *     text
 */
public record ClinicQuery(
        Optional<String> sido,
        Optional<String> sigungu,
        Optional<String> name,
        Optional<GeoPoint> near,
        Order order,
        boolean onlyFree,
        int limit,
        Optional<String> cursor) {

    /** The most clinics that one page can hold. */
    public static final int MOST = 100;

    /** In which order clinics come; what is equal in it comes in the directory's own. */
    public enum Order {
        /** Sido, sigungu, name, id: an order that only an import of clinics changes. */
        DIRECTORY,
        /** The nearest first. */
        DISTANCE,
        /** The earliest free slot first; it changes while people book, so that pages may repeat or skip a clinic. */
        EARLIEST
    }

    /** @throws IllegalArgumentException if the limit is not from 1 to {@link #MOST}, or a distance is from nowhere */
    public ClinicQuery {
        requireNonNull(sido, "sido");
        requireNonNull(sigungu, "sigungu");
        requireNonNull(name, "name");
        requireNonNull(near, "near");
        requireNonNull(order, "order");
        requireNonNull(cursor, "cursor");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page holds 1 to %d clinics; got limit=%d.".formatted(MOST, limit));
        }
        if (order == Order.DISTANCE && near.isEmpty()) {
            throw new IllegalArgumentException("An order by distance needs a place to measure from.");
        }
    }

    /** A search in the directory's own order. */
    public ClinicQuery(
            Optional<String> sido,
            Optional<String> sigungu,
            Optional<String> name,
            int limit,
            Optional<String> cursor) {
        this(sido, sigungu, name, Optional.empty(), Order.DIRECTORY, false, limit, cursor);
    }
}

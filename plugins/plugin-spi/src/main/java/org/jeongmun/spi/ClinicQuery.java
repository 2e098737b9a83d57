package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A search for clinics; all conditions given must hold.
 *
 * @param sido the province or metropolitan city, compared exactly, for example {@code 서울특별시}
 * @param sigungu the district below it, compared exactly
 * @param name part of the clinic's name, ignoring case and spaces
 * @param limit how many clinics at most, 1 to {@link #MOST}
 * @param cursor where an earlier page of the same search ended, as {@link ClinicSearch.Page#next()} gave it; opaque
 *     text
 */
public record ClinicQuery(
        Optional<String> sido, Optional<String> sigungu, Optional<String> name, int limit, Optional<String> cursor) {

    /** The most clinics that one page can hold. */
    public static final int MOST = 100;

    /** @throws IllegalArgumentException if the limit is not from 1 to {@link #MOST} */
    public ClinicQuery {
        requireNonNull(sido, "sido");
        requireNonNull(sigungu, "sigungu");
        requireNonNull(name, "name");
        requireNonNull(cursor, "cursor");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page holds 1 to %d clinics; got limit=%d.".formatted(MOST, limit));
        }
    }
}

package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A clinic and its free places from now on.
 *
 * @param id the clinic's id, for the deep link
 * @param name the clinic's name
 * @param sido the province or metropolitan city
 * @param sigungu the district; empty for Sejong, which has none
 * @param address the street address
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param freePlaces places in slots that begin from now on, not below zero; for who has no contract the lower bound of
 *     a coarse step
 * @param earliestAt when the first slot with a free place begins; empty when there is none
 * @param metres how far it is from where the query measures; empty when it measures from nowhere
 * @param phone as it was imported; empty text when there is none
 */
public record ClinicAvailability(
        ClinicId id,
        String name,
        String sido,
        Optional<String> sigungu,
        String address,
        double latitude,
        double longitude,
        long freePlaces,
        Optional<Instant> earliestAt,
        OptionalInt metres,
        String phone) {

    /** A clinic without a phone that no distance was asked of. */
    public ClinicAvailability(
            ClinicId id,
            String name,
            String sido,
            Optional<String> sigungu,
            String address,
            double latitude,
            double longitude,
            long freePlaces,
            Optional<Instant> earliestAt) {
        this(id, name, sido, sigungu, address, latitude, longitude, freePlaces, earliestAt, OptionalInt.empty(), "");
    }

    /** @throws IllegalArgumentException if there are fewer places than none */
    public ClinicAvailability {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(sido, "sido");
        requireNonNull(sigungu, "sigungu");
        requireNonNull(address, "address");
        requireNonNull(earliestAt, "earliestAt");
        requireNonNull(metres, "metres");
        requireNonNull(phone, "phone");
        if (freePlaces < 0) {
            throw new IllegalArgumentException("Free places are not below zero; got %d.".formatted(freePlaces));
        }
    }
}

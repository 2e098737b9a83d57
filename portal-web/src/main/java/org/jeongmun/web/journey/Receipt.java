package org.jeongmun.web.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.Reservation.Place;
import org.jeongmun.reservation.ReservationCode;

/**
 * What somebody was promised when they confirmed. It holds all that its page shows, so that the page needs nothing
 * else: no database, no clinic directory, no schedule.
 *
 * @param code by which they find their booking again
 * @param clinicName as on its sign
 * @param address to find it
 * @param phone of the clinic
 * @param startsAt when to come
 * @param vaccine what is given
 * @param zone in which the campaign speaks of days and hours
 * @param confirmedAt when it was promised
 * @param second where and when the second dose is given; empty where one is enough
 */
public record Receipt(
        ReservationCode code,
        String clinicName,
        String address,
        String phone,
        Instant startsAt,
        String vaccine,
        ZoneId zone,
        Instant confirmedAt,
        Optional<Second> second) {
    /** How it travels. */
    public static final Carried<Receipt> CARRIED =
            new Carried<>("jeongmun-receipt", Duration.ofDays(1), Receipt::toFields, Receipt::of);

    private static final int LONGEST_TEXT = 150;
    private static final int LONGEST_TEXT_OF_SECOND = 70;
    private static final int FIELDS_OF_ONE = 8;

    /**
     * The appointment for the second dose.
     *
     * @param clinicName as on its sign
     * @param address to find it
     * @param phone of the clinic
     * @param startsAt when to come
     */
    public record Second(String clinicName, String address, String phone, Instant startsAt) {
        private static Second of(Place place) {
            return new Second(
                    cut(place.clinicName(), LONGEST_TEXT_OF_SECOND),
                    cut(place.address(), LONGEST_TEXT_OF_SECOND),
                    cut(place.phone(), LONGEST_TEXT_OF_SECOND),
                    place.startsAt());
        }
    }

    /** @return the receipt of a confirmed reservation; overlong texts are cut, because a browser drops a long cookie */
    public static Receipt of(Reservation confirmed, ZoneId zone) {
        Place place = confirmed.place();
        return new Receipt(
                confirmed.code(),
                cut(place.clinicName()),
                cut(place.address()),
                cut(place.phone()),
                place.startsAt(),
                cut(place.vaccine()),
                zone,
                confirmed.confirmedAt().orElseThrow(),
                confirmed.second().map(Second::of));
    }

    private static String cut(String text) {
        return cut(text, LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        int end = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), longest));
        return text.substring(0, end);
    }

    private List<String> toFields() {
        List<String> fields = new ArrayList<>(List.of(
                code.value(),
                clinicName,
                address,
                phone,
                startsAt.toString(),
                vaccine,
                zone.getId(),
                confirmedAt.toString()));
        second.ifPresent(also -> fields.addAll(List.of(
                also.clinicName(), also.address(), also.phone(), also.startsAt().toString())));
        return fields;
    }

    private static Receipt of(List<String> fields) {
        return new Receipt(
                new ReservationCode(fields.get(0)),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                Instant.parse(fields.get(4)),
                fields.get(5),
                ZoneId.of(fields.get(6)),
                Instant.parse(fields.get(7)),
                fields.size() > FIELDS_OF_ONE
                        ? Optional.of(
                                new Second(fields.get(8), fields.get(9), fields.get(10), Instant.parse(fields.get(11))))
                        : Optional.empty());
    }
}

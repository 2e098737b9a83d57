package org.jeongmun.spi.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicId;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.FreeSlot;

/** Availability for tests: two clinics, one page each and each in a province of its own, or closed. Immutable. */
public final class SampleAvailability implements Availability {
    /** When the sample's places were counted: 14 July 2021, 20:00:01 in Seoul. */
    public static final Instant CHECKED_AT = Instant.parse("2021-07-14T11:00:01Z");

    /** The only cursor that the sample knows. */
    public static final String SECOND_PAGE = "sample-second-page";

    /** A clinic whose texts need care in any format. */
    public static final ClinicAvailability FIRST = new ClinicAvailability(
            new ClinicId("sample-1"),
            "가나 \"의원\" <&> \\ 1",
            "서울특별시",
            Optional.of("종로구"),
            "세종대로 1\n2층",
            37.5725,
            126.9769,
            12,
            Optional.of(Instant.parse("2021-07-27T00:00:00Z")),
            OptionalInt.empty(),
            "02-000-0001");

    /** A clinic in Sejong, which has no sigungu, with nothing free. */
    public static final ClinicAvailability SECOND = new ClinicAvailability(
            new ClinicId("sample-2"),
            "다라의원",
            "세종특별자치시",
            Optional.empty(),
            "한누리대로 2",
            36.48,
            127.289,
            0,
            Optional.empty());

    /** The free slots of the first clinic: two on the first day, one on the next. */
    public static final List<FreeSlot> FREE = List.of(
            slot("1001", "2021-07-27T00:00:00Z", "Moderna", 5),
            slot("1002", "2021-07-27T00:30:00Z", "Pfizer \"BNT\"", 4),
            slot("1003", "2021-07-27T15:00:00Z", "Moderna", 3));

    private final boolean closed;

    private static FreeSlot slot(String id, String startsAt, String vaccine, long free) {
        Instant start = Instant.parse(startsAt);
        return new FreeSlot(id, start, start.plusSeconds(1800), vaccine, free);
    }

    private SampleAvailability(boolean closed) {
        this.closed = closed;
    }

    /** @return availability while look-ups are open */
    public static SampleAvailability open() {
        return new SampleAvailability(false);
    }

    /** @return availability while they are not */
    public static SampleAvailability closed() {
        return new SampleAvailability(true);
    }

    @Override
    public ClinicSearch clinics(ClinicQuery query) {
        if (closed) {
            return new ClinicSearch.Closed();
        }
        if (query.sido().isPresent() && query.cursor().isEmpty()) {
            List<ClinicAvailability> there = Stream.of(FIRST, SECOND)
                    .filter(clinic -> clinic.sido().equals(query.sido().get()))
                    .toList();
            return page(there, Optional.empty());
        }
        if (query.cursor().isEmpty()) {
            return page(List.of(FIRST), Optional.of(SECOND_PAGE));
        }
        if (query.cursor().get().equals(SECOND_PAGE)) {
            return page(List.of(SECOND), Optional.empty());
        }
        return new ClinicSearch.UnknownCursor();
    }

    @Override
    public Optional<List<FreeSlot>> slots(ClinicId clinic) {
        if (closed) {
            return Optional.empty();
        }
        return Optional.of(clinic.equals(FIRST.id()) ? FREE : List.of());
    }

    private static ClinicSearch page(List<ClinicAvailability> clinics, Optional<String> next) {
        return new ClinicSearch.Page(CHECKED_AT, CHECKED_AT.plusSeconds(2), clinics, next);
    }
}

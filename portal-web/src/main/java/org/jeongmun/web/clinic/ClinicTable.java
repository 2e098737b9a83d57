package org.jeongmun.web.clinic;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;

/**
 * All clinics in the directory's order: sido, sigungu, name, id. The code points of Hangul syllables are in Korean
 * order, so plain comparison gives it. A clinic's number is its place in that order. Immutable.
 */
final class ClinicTable {
    private static final Range NOTHING = new Range(0, 0, true);
    private static final Comparator<Clinic> ORDER = Comparator.comparing(Clinic::sido)
            .thenComparing(Clinic::sigungu)
            .thenComparing(Clinic::name)
            .thenComparing(clinic -> clinic.id().value());

    private final List<Clinic> clinics;
    private final List<String> plainNames;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> regions;
    private final Map<String, Range> ranges;
    private final Positions positions;

    ClinicTable(List<Clinic> unordered) {
        clinics = unordered.stream().sorted(ORDER).toList();
        plainNames =
                clinics.stream().map(clinic -> NamePattern.plain(clinic.name())).toList();
        for (int number = 0; number < clinics.size(); number++) {
            numbers.put(clinics.get(number).id().value(), number);
        }
        regions = regionsOf(clinics);
        ranges = rangesOf(clinics);
        positions = new Positions(clinics);
    }

    private static SortedMap<String, SortedSet<String>> regionsOf(List<Clinic> clinics) {
        SortedMap<String, SortedSet<String>> regions = new TreeMap<>();
        for (Clinic clinic : clinics) {
            SortedSet<String> districts = regions.computeIfAbsent(clinic.sido(), sido -> new TreeSet<>());
            if (!clinic.sigungu().isEmpty()) {
                districts.add(clinic.sigungu());
            }
        }
        regions.replaceAll((sido, districts) -> Collections.unmodifiableSortedSet(districts));
        return Collections.unmodifiableSortedMap(regions);
    }

    int size() {
        return clinics.size();
    }

    Clinic clinic(int number) {
        return clinics.get(number);
    }

    OptionalInt number(ClinicId id) {
        return number(id.value());
    }

    OptionalInt number(String id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    Positions positions() {
        return positions;
    }

    SortedMap<String, SortedSet<String>> regions() {
        return regions;
    }

    /** @return which clinics the search means, before anything is known of their places */
    Matches matches(ClinicSearch search) {
        return new Matches(search.sigungu(), pattern(search.text()), range(search));
    }

    /** The clinics that a search means. */
    final class Matches {
        private final String district;
        private final NamePattern name;
        private final Range range;

        private Matches(String district, NamePattern name, Range range) {
            this.district = district;
            this.name = name;
            this.range = range;
        }

        /** @return whether they lie side by side */
        boolean isRange() {
            return name.isEmpty() && range.isExact();
        }

        /** @return the numbers of so many of those that lie side by side, without the first ones */
        IntStream part(int offset, int most) {
            return IntStream.range(range.first() + offset, range.end()).limit(most);
        }

        /** @return the numbers of all, in the directory's order */
        IntStream all() {
            IntStream inRange = IntStream.range(range.first(), range.end());
            return isRange() ? inRange : inRange.filter(this::contain);
        }

        boolean contain(int number) {
            return number >= range.first()
                    && number < range.end()
                    && (range.isExact() || district.equals(clinics.get(number).sigungu()))
                    && (name.isEmpty() || name.isIn(plainNames.get(number)));
        }
    }

    /**
     * Clinics that lie side by side.
     *
     * @param first the number of the first one
     * @param end behind the last one
     * @param isExact whether all of them are in the region that is looked for; else the district is still to be
     *     compared
     */
    private record Range(int first, int end, boolean isExact) {}

    private Range range(ClinicSearch search) {
        if (search.sido().isEmpty()) {
            return new Range(0, clinics.size(), search.sigungu().isEmpty());
        }
        return ranges.getOrDefault(region(search.sido(), search.sigungu()), NOTHING);
    }

    /** By region in the directory's order: a province, and each of its districts, is one range. */
    private static Map<String, Range> rangesOf(List<Clinic> clinics) {
        Map<String, Range> ranges = new HashMap<>();
        for (int number = 0; number < clinics.size(); number++) {
            Clinic clinic = clinics.get(number);
            Range here = new Range(number, number + 1, true);
            widen(ranges, region(clinic.sido(), ""), here);
            if (!clinic.sigungu().isEmpty()) {
                widen(ranges, region(clinic.sido(), clinic.sigungu()), here);
            }
        }
        return ranges;
    }

    private static void widen(Map<String, Range> ranges, String region, Range more) {
        ranges.merge(region, more, (before, next) -> new Range(before.first(), next.end(), true));
    }

    private static String region(String sido, String sigungu) {
        return sido + "\n" + sigungu;
    }

    /** As typed; what is in no name anywhere was perhaps typed with the keyboard in the other language. */
    private NamePattern pattern(String typed) {
        NamePattern asTyped = NamePattern.of(typed);
        boolean isSomewhere = asTyped.isEmpty() || plainNames.stream().anyMatch(asTyped::isIn);
        return isSomewhere ? asTyped : NamePattern.otherwiseTyped(typed);
    }
}

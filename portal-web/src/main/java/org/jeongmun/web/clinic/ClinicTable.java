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
    private static final Comparator<Clinic> ORDER = Comparator.comparing(Clinic::sido)
            .thenComparing(Clinic::sigungu)
            .thenComparing(Clinic::name)
            .thenComparing(clinic -> clinic.id().value());

    private final List<Clinic> clinics;
    private final List<String> plainNames;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> regions;

    ClinicTable(List<Clinic> unordered) {
        clinics = unordered.stream().sorted(ORDER).toList();
        plainNames =
                clinics.stream().map(clinic -> NamePattern.plain(clinic.name())).toList();
        for (int number = 0; number < clinics.size(); number++) {
            numbers.put(clinics.get(number).id().value(), number);
        }
        regions = regionsOf(clinics);
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

    SortedMap<String, SortedSet<String>> regions() {
        return regions;
    }

    /** @return the numbers of the matches of one page, and of one more where there is one */
    int[] matches(ClinicSearch search) {
        return all(search).skip(search.offset()).limit(search.limit() + 1L).toArray();
    }

    /** @return the numbers of all matches in the directory's order */
    IntStream all(ClinicSearch search) {
        NamePattern name = pattern(search.text());
        return IntStream.range(0, clinics.size())
                .filter(number -> isOrAny(search.sido(), clinics.get(number).sido()))
                .filter(number -> isOrAny(search.sigungu(), clinics.get(number).sigungu()))
                .filter(number -> name.isIn(plainNames.get(number)));
    }

    /** As typed; what is in no name anywhere was perhaps typed with the keyboard in the other language. */
    private NamePattern pattern(String typed) {
        NamePattern asTyped = NamePattern.of(typed);
        boolean isSomewhere = asTyped.isEmpty() || plainNames.stream().anyMatch(asTyped::isIn);
        return isSomewhere ? asTyped : NamePattern.otherwiseTyped(typed);
    }

    private static boolean isOrAny(String wanted, String actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}

package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The districts")
class DistrictsTest {
    private final Districts districts = new Districts();

    @Test
    void areThoseOfTheSeventeenSido() {
        assertEquals(17, districts.all().stream().map(District::sido).distinct().count());
        assertEquals(229, new HashSet<>(districts.all()).size());
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({
        "서울특별시, 25", "부산광역시, 16", "대구광역시, 8", "인천광역시, 10", "광주광역시, 5", "대전광역시, 5",
        "울산광역시, 5", "세종특별자치시, 1", "경기도, 31", "강원도, 18", "충청북도, 11", "충청남도, 15",
        "전라북도, 14", "전라남도, 22", "경상북도, 23", "경상남도, 18", "제주특별자치도, 2"
    })
    void areAsManyAsTheyWereIn2021(String sido, int expected) {
        assertEquals(
                expected,
                districts.all().stream().filter(d -> d.sido().equals(sido)).count());
    }

    @Test
    void haveANameEverywhereButInSejong() {
        Set<String> nameless = districts.all().stream()
                .filter(district -> district.sigungu().isEmpty())
                .map(District::sido)
                .collect(Collectors.toSet());
        assertEquals(Set.of("세종특별자치시"), nameless);
    }

    @ParameterizedTest(name = "of {0} clinics are the first of more")
    @ValueSource(ints = {1, 17, 228, 229, 300, 1_000})
    void ofFewerClinicsBeginTheListOfMore(int clinics) {
        List<District> more = districts.ofClinics(5_000);
        assertEquals(more.subList(0, clinics), districts.ofClinics(clinics));
    }

    @Test
    void allHaveAClinicAsSoonAsThereAreEnough() {
        assertEquals(
                17,
                districts.ofClinics(17).stream().map(District::sido).distinct().count());
        assertEquals(229, new HashSet<>(districts.ofClinics(229)).size());
    }

    @Test
    void getClinicsInProportionToTheirPeople() {
        int clinics = 13_000;
        double people = districts.all().stream().mapToInt(District::population).sum();
        var counts = districts.ofClinics(clinics).stream()
                .collect(Collectors.groupingBy(district -> district, Collectors.counting()));
        counts.forEach((district, count) -> {
            double fair = clinics * district.population() / people;
            assertTrue(Math.abs(count - fair) <= 2, () -> "%s has %d, %.1f are fair".formatted(district, count, fair));
        });
    }
}

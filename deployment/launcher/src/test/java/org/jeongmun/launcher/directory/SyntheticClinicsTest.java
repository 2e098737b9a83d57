package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jeongmun.clinic.ClinicId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Synthetic clinics")
class SyntheticClinicsTest {
    private static final int MANY = 13_000;
    private final List<ClinicRow> clinics = made(MANY);

    @Test
    void areTheSameAgain() {
        assertEquals(clinics, made(MANY));
        assertEquals(clinics.subList(0, 300), made(300));
    }

    @Test
    void haveOneIdEachThatAnImportTakes() {
        assertEquals(MANY, clinics.stream().map(ClinicRow::id).distinct().count());
        assertTrue(clinics.stream().map(ClinicRow::id).allMatch(ClinicId::isWellFormed));
    }

    @Test
    void haveNumbersThatNobodyCanHave() {
        assertTrue(clinics.stream().allMatch(clinic -> clinic.phone().matches("0[0-9]{1,2}-0[0-9]{3}-[0-9]{4}")));
        assertEquals(MANY, clinics.stream().map(ClinicRow::phone).distinct().count());
    }

    @Test
    void haveNamesOfTheirOwnWithinADistrict() {
        var names = clinics.stream()
                .collect(Collectors.groupingBy(
                        clinic -> clinic.sido() + clinic.sigungu(), TreeMap::new, Collectors.toList()));
        names.forEach((district, there) -> {
            Set<String> different = new HashSet<>();
            there.forEach(clinic -> different.add(clinic.name()));
            assertEquals(there.size(), different.size(), district);
        });
    }

    @ParameterizedTest(name = "in {0} lie there")
    @CsvSource({
        "서울특별시, 37.42, 37.70, 126.76, 127.19",
        "부산광역시, 34.87, 35.40, 128.73, 129.32",
        "대구광역시, 35.60, 36.02, 128.34, 128.77",
        "인천광역시, 36.90, 37.99, 124.60, 126.80",
        "광주광역시, 35.05, 35.26, 126.64, 127.02",
        "대전광역시, 36.18, 36.51, 127.24, 127.56",
        "울산광역시, 35.32, 35.73, 128.97, 129.47",
        "세종특별자치시, 36.40, 36.74, 127.12, 127.42",
        "경기도, 36.89, 38.30, 126.35, 127.87",
        "강원도, 37.01, 38.62, 127.08, 129.37",
        "충청북도, 36.00, 37.26, 127.27, 128.66",
        "충청남도, 35.97, 37.07, 125.50, 127.65",
        "전라북도, 35.28, 36.16, 126.35, 127.93",
        "전라남도, 33.90, 35.51, 125.05, 127.91",
        "경상북도, 35.56, 37.56, 127.79, 131.90",
        "경상남도, 34.49, 35.92, 127.56, 129.23",
        "제주특별자치도, 33.10, 34.01, 126.13, 126.99"
    })
    void lieInTheirSido(String sido, double south, double north, double west, double east) {
        List<ClinicRow> there =
                clinics.stream().filter(clinic -> clinic.sido().equals(sido)).toList();
        assertTrue(!there.isEmpty());
        assertTrue(there.stream().allMatch(c -> c.latitude() > south && c.latitude() < north));
        assertTrue(there.stream().allMatch(c -> c.longitude() > west && c.longitude() < east));
    }

    @Test
    void areWhatAnImportTakes() {
        ClinicColumns columns = new ClinicColumns();
        for (ClinicRow clinic : clinics) {
            Cells cells = new Cells(
                    columns.header(),
                    List.of(
                            clinic.id(),
                            clinic.name(),
                            clinic.sido(),
                            clinic.sigungu(),
                            clinic.address(),
                            clinic.phone(),
                            Double.toString(clinic.latitude()),
                            Double.toString(clinic.longitude())));
            assertEquals(clinic, columns.read(cells));
            assertEquals(List.of(), cells.faults());
        }
    }

    private static List<ClinicRow> made(int number) {
        List<ClinicRow> made = new ArrayList<>();
        new SyntheticClinics(number).forEach((index, clinic) -> made.add(clinic));
        return made;
    }
}

package org.jeongmun.web.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The table of clinics")
class ClinicTableTest {
    private final ClinicTable clinics = new ClinicTable(List.of(
            clinic("d", "하나 의원", "서울특별시", "중구"),
            clinic("c", "가온 Clinic", "서울특별시", "중구"),
            clinic("b", "가온 Clinic", "서울특별시", "중구"),
            clinic("e", "나라의원", "서울특별시", "강남구"),
            clinic("a", "세종의원", "세종특별자치시", ""),
            clinic("f", "바다의원", "부산광역시", "중구")));

    private final FreeByClinic nothingFree = new FreeByClinic(
            new SlotTableBuilder(clinics.size()).build(),
            clinics.size(),
            new Sharing(0, true, Set.of()),
            SlotTable.NEVER);

    @ParameterizedTest(name = "sido={0}, sigungu={1}, text={2}, from {3} at most {4}: {5}")
    @CsvSource({
        "'', '', '', 0, 100, 'f e b c d a'",
        "서울특별시, '', '', 0, 100, 'e b c d'",
        "'', 중구, '', 0, 100, 'f b c d'",
        "세종특별자치시, '', '', 0, 100, a",
        "서울, '', '', 0, 100, ''",
        "서울특별시, 중구, '', 0, 100, 'b c d'",
        "서울특별시, 중구, '', 1, 1, 'c d'",
        "서울특별시, 중구, '', 9, 100, ''",
        "부산광역시, 강남구, '', 0, 100, ''",
        "서울특별시, 중구, 하나, 0, 100, d",
        "'', '', ' CLI NIC', 0, 100, 'b c'",
        "'', '', '나 라 의\u00a0원', 0, 100, e",
        "'', '', 없는의원, 0, 100, ''",
        "'', '', ㄱㅇ, 0, 100, 'b c'",
        "부산광역시, '', ㄱㅇ, 0, 100, ''",
        "'', '', ㅇㅇ, 1, 1, 'e d'",
        "'', '', skfk, 0, 100, e",
        "'', '', 치ㅑㅜㅑㅊ, 0, 100, 'b c'"
    })
    void findsInOneOrder(String sido, String sigungu, String text, int offset, int limit, String expected) {
        assertEquals(expected, ids(new ClinicSearch(sido, sigungu, text, offset, limit)));
    }

    @Test
    void givesOneMoreThanThePageSoThatTheNextIsKnown() {
        assertEquals("e b c", ids(new ClinicSearch("", "", "", 1, 2)));
        assertEquals("a", ids(new ClinicSearch("", "", "", 5, 2)));
        assertEquals("", ids(new ClinicSearch("", "", "", 600, 2)));
    }

    @Test
    void findsHangulThatWasSentTakenApart() {
        assertEquals("e", ids(new ClinicSearch("", "", "\u1102\u1161\u1105\u1161", 0, 9)));
    }

    @Test
    void knowsTheDistrictsOfEachProvince() {
        assertEquals(
                Map.of("부산광역시", Set.of("중구"), "서울특별시", Set.of("강남구", "중구"), "세종특별자치시", Set.of()), clinics.regions());
    }

    private String ids(ClinicSearch search) {
        return String.join(
                " ",
                Arrays.stream(new Ranking(clinics, nothingFree).matches(search))
                        .mapToObj(number -> clinics.clinic(number).id().value())
                        .toList());
    }

    static Clinic clinic(String id, String name, String sido, String sigungu) {
        return new Clinic(new ClinicId(id), name, sido, sigungu, "세종대로 1", "02-000-0000", 37.5, 127);
    }
}

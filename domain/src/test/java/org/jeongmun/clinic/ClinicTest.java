package org.jeongmun.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A clinic")
class ClinicTest {
    @ParameterizedTest
    @CsvSource({
        "서울특별시, 중구, 세종대로 110, 서울특별시 중구 세종대로 110",
        "서울특별시, 중구, 서울특별시 중구 세종대로 110, 서울특별시 중구 세종대로 110",
        "세종특별자치시, '', 한누리대로 2130, 세종특별자치시 한누리대로 2130"
    })
    void tellsItsWholeAddressOnce(String sido, String sigungu, String imported, String whole) {
        Clinic clinic = new Clinic(new ClinicId("c1"), "의원", sido, sigungu, imported, "02-000-0000", 37, 127);
        assertEquals(whole, clinic.wholeAddress());
    }
}

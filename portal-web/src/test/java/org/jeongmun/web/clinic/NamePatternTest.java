package org.jeongmun.web.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Part of a clinic's name")
class NamePatternTest {
    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "ㅎㅂㅇㅇ, 한빛의원, true",
        "ㅎㅂ ㅇ, 서울 한빛의원, true",
        "한ㅂ, 한빛의원, true",
        "ㅎ빛의, 한빛의원, true",
        "ㅂㅎ, 한빛의원, false",
        "ㄲㄲ, 꼬꼬의원, true",
        "ㄱㄱ, 꼬꼬의원, false",
        "ㅏ, 한빛의원, false",
        "ㄳ, 몫의원, false",
        "ㅎㅂㅇㅇㅇ, 한빛의원, false",
        "ㅌ의원, ㅌ의원, true",
        "CLI nic, 가온 Clinic, true",
        "한 빛 의 원, 한빛의원, true"
    })
    void isFoundAsPeopleTypeIt(String typed, String name, boolean found) {
        assertEquals(found, NamePattern.of(typed).isIn(NamePattern.plain(name)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "gksqlcdmldnjs, 한빛의원",
        "GKSQLC, 한빛",
        "gq, ㅎㅂ",
        "qhfrdms, 볽은",
        "qkfrdms, 밝은",
        "dkswk, 안자",
        "dkswdk, 앉아",
        "dhk, 와",
        "Rhcdml, 꽃의",
        "ekfr rhk, '닭 과'",
        "1-2, 1-2",
        "kr, ㅏㄱ",
        "ㅊㅣㅑㅜㅑㅊ, clinic",
        "치ㅑㅜㅑㅊ, clinic",
        "앉아, dkswdk",
        "꽃, Rhc"
    })
    void canBeTypedWithTheKeyboardInTheOtherLanguage(String typed, String meant) {
        assertEquals(meant, OtherLayout.of(typed));
    }
}

package org.jeongmun.web.page.tag;

import java.util.Map;
import java.util.Optional;

/** What the seventeen sido are called in English, by their own short names; two have other Korean names since 2021. */
final class Provinces {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("서울특별시", "Seoul"),
            Map.entry("부산광역시", "Busan"),
            Map.entry("대구광역시", "Daegu"),
            Map.entry("인천광역시", "Incheon"),
            Map.entry("광주광역시", "Gwangju"),
            Map.entry("대전광역시", "Daejeon"),
            Map.entry("울산광역시", "Ulsan"),
            Map.entry("세종특별자치시", "Sejong"),
            Map.entry("경기도", "Gyeonggi"),
            Map.entry("강원도", "Gangwon"),
            Map.entry("강원특별자치도", "Gangwon"),
            Map.entry("충청북도", "Chungbuk"),
            Map.entry("충청남도", "Chungnam"),
            Map.entry("전라북도", "Jeonbuk"),
            Map.entry("전북특별자치도", "Jeonbuk"),
            Map.entry("전라남도", "Jeonnam"),
            Map.entry("경상북도", "Gyeongbuk"),
            Map.entry("경상남도", "Gyeongnam"),
            Map.entry("제주특별자치도", "Jeju"));

    private Provinces() {}

    /** @return the English name; empty of what is no sido, such as a sigungu */
    static Optional<String> english(String sido) {
        return Optional.ofNullable(ENGLISH.get(sido));
    }
}

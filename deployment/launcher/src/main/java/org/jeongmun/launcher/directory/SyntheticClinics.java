package org.jeongmun.launcher.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Clinics that do not exist. The n-th is the same on every call, however many there are. Nobody can have their
 * telephone numbers: a local number in Korea never begins with 0.
 */
final class SyntheticClinics {
    private static final Map<String, String> AREA_CODES = Map.ofEntries(
            Map.entry("서울특별시", "02"),
            Map.entry("부산광역시", "051"),
            Map.entry("대구광역시", "053"),
            Map.entry("인천광역시", "032"),
            Map.entry("광주광역시", "062"),
            Map.entry("대전광역시", "042"),
            Map.entry("울산광역시", "052"),
            Map.entry("세종특별자치시", "044"),
            Map.entry("경기도", "031"),
            Map.entry("강원도", "033"),
            Map.entry("충청북도", "043"),
            Map.entry("충청남도", "041"),
            Map.entry("전라북도", "063"),
            Map.entry("전라남도", "061"),
            Map.entry("경상북도", "054"),
            Map.entry("경상남도", "055"),
            Map.entry("제주특별자치도", "064"));
    private static final List<String> NAMES = List.of(
            "가온", "고운", "나래", "누리", "다솜", "다온", "도담", "든든한", "맑은샘", "모두", "미소", "바른", "밝은", "보람", "봄날", "사랑", "새론",
            "새봄", "샘물", "서로", "소망", "손길", "솔잎", "숲속", "아름", "열린", "온누리", "우리", "으뜸", "은빛", "이음", "참좋은", "청솔", "큰나무",
            "튼튼", "편안한", "푸른", "하늘", "한결", "한마음", "한빛", "햇살", "행복한", "희망", "힘찬");
    private static final List<String> FIELDS =
            List.of("내과의원", "가정의학과의원", "소아청소년과의원", "이비인후과의원", "의원", "정형외과의원", "연합의원", "외과의원", "산부인과의원", "신경외과의원", "병원");
    private static final List<String> ROADS = List.of(
            "가람로", "개나리로", "나눔로", "느티나무길", "단풍로", "들꽃길", "무궁화로", "물빛로", "봄내길", "산들로", "새싹길", "소나무로", "시냇길", "은행나무로",
            "장미로", "진달래길", "해오름로", "호수로");
    /** Has no divisor in common with the number of names, so that a district sees each before one comes again. */
    private static final int STEP = 101;
    /** In degrees; within half a kilometre or so, to stay inside the smallest district. */
    private static final double SPREAD = 0.006;

    private final List<District> districts;

    /** @param number how many */
    SyntheticClinics(int number) {
        districts = new Districts().ofClinics(number);
    }

    /** @return how many there are */
    int number() {
        return districts.size();
    }

    /** Hands over all of them, in the order of their ids. */
    <E extends Exception> void forEach(Visit<E> visit) throws E {
        Map<District, Integer> counts = new HashMap<>();
        for (int index = 0; index < districts.size(); index++) {
            District district = districts.get(index);
            visit.clinic(index, clinic(index, district, counts.merge(district, 1, Integer::sum)));
        }
    }

    private static ClinicRow clinic(int index, District district, int ordinal) {
        int name = Math.floorMod(district.sigungu().hashCode() + ordinal * STEP, NAMES.size() * FIELDS.size());
        String place = (district.sido() + " " + district.sigungu()).strip();
        String road = ROADS.get(Math.floorMod(mixed(index), ROADS.size()));
        return new ClinicRow(
                String.format(Locale.ROOT, "synthetic-%06d", index + 1),
                NAMES.get(name % NAMES.size()) + FIELDS.get(name / NAMES.size()),
                district.sido(),
                district.sigungu(),
                String.format(
                        Locale.ROOT,
                        "%s %s %d, %d층",
                        place,
                        road,
                        1 + ordinal * 2,
                        1 + Math.floorMod(mixed(index + 7), 5)),
                phone(district, index),
                near(district.latitude(), mixed(index + 11)),
                near(district.longitude(), mixed(index + 13)));
    }

    private static String phone(District district, int index) {
        return String.format(
                Locale.ROOT, "%s-0%03d-%04d", AREA_CODES.get(district.sido()), index / 10_000 % 1_000, index % 10_000);
    }

    private static double near(double degrees, int random) {
        double offset = SPREAD * (Math.floorMod(random, 2_001) - 1_000) / 1_000;
        return Math.round((degrees + offset) * 1e5) / 1e5;
    }

    /** Spreads neighbouring numbers far apart; the same on every machine. */
    private static int mixed(int number) {
        int value = (number ^ (number >>> 16)) * 0x7feb352d;
        value = (value ^ (value >>> 15)) * 0x846ca68b;
        return value ^ (value >>> 16);
    }

    /** What is done with each clinic. */
    interface Visit<E extends Exception> {
        void clinic(int index, ClinicRow clinic) throws E;
    }
}

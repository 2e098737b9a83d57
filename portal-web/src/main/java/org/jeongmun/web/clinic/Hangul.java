package org.jeongmun.web.clinic;

import java.util.Map;
import java.util.Optional;

/** How syllables are made of letters (jamo), as Unicode counts them. */
final class Hangul {
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    /** The first stands for none. */
    private static final String FINALS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private static final char FIRST = '가';
    private static final char LAST = '힣';
    private static final Map<String, Character> PAIRS = Map.ofEntries(
            Map.entry("ㅗㅏ", 'ㅘ'),
            Map.entry("ㅗㅐ", 'ㅙ'),
            Map.entry("ㅗㅣ", 'ㅚ'),
            Map.entry("ㅜㅓ", 'ㅝ'),
            Map.entry("ㅜㅔ", 'ㅞ'),
            Map.entry("ㅜㅣ", 'ㅟ'),
            Map.entry("ㅡㅣ", 'ㅢ'),
            Map.entry("ㄱㅅ", 'ㄳ'),
            Map.entry("ㄴㅈ", 'ㄵ'),
            Map.entry("ㄴㅎ", 'ㄶ'),
            Map.entry("ㄹㄱ", 'ㄺ'),
            Map.entry("ㄹㅁ", 'ㄻ'),
            Map.entry("ㄹㅂ", 'ㄼ'),
            Map.entry("ㄹㅅ", 'ㄽ'),
            Map.entry("ㄹㅌ", 'ㄾ'),
            Map.entry("ㄹㅍ", 'ㄿ'),
            Map.entry("ㄹㅎ", 'ㅀ'),
            Map.entry("ㅂㅅ", 'ㅄ'));

    private Hangul() {}

    static boolean isSyllable(char character) {
        return character >= FIRST && character <= LAST;
    }

    static boolean isInitial(char letter) {
        return INITIALS.indexOf(letter) >= 0;
    }

    static boolean isMedial(char letter) {
        return MEDIALS.indexOf(letter) >= 0;
    }

    static boolean isFinal(char letter) {
        return FINALS.indexOf(letter) > 0;
    }

    /** @return the one letter that two make in the middle or at the end of a syllable */
    static Optional<Character> pair(char first, char second) {
        return Optional.ofNullable(PAIRS.get("" + first + second));
    }

    /** @return the two letters that {@code letter} is made of, or itself */
    static String unpaired(char letter) {
        return PAIRS.entrySet().stream()
                .filter(pair -> pair.getValue() == letter)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(letter));
    }

    static char initialOf(char syllable) {
        return INITIALS.charAt((syllable - FIRST) / (MEDIALS.length() * FINALS.length()));
    }

    /** @return the letters of a syllable as they are typed one after the other */
    static String letters(char syllable) {
        int number = syllable - FIRST;
        char medial = MEDIALS.charAt(number / FINALS.length() % MEDIALS.length());
        int last = number % FINALS.length();
        return initialOf(syllable) + unpaired(medial) + (last == 0 ? "" : unpaired(FINALS.charAt(last)));
    }

    /** @param last the last letter, or {@code '-'} */
    static char syllable(char initial, char medial, char last) {
        return (char) (FIRST
                + (INITIALS.indexOf(initial) * MEDIALS.length() + MEDIALS.indexOf(medial)) * FINALS.length()
                + FINALS.indexOf(last));
    }

    /** @return the syllables that these letters make, typed one after the other; letters that make none stay alone */
    static String assembled(String typed) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < typed.length()) {
            at = isInitial(typed.charAt(at)) && isMedialAt(typed, at + 1)
                    ? appendSyllable(typed, at, text)
                    : appendLetter(typed, at, text);
        }
        return text.toString();
    }

    private static int appendLetter(String typed, int at, StringBuilder text) {
        text.append(typed.charAt(at));
        return at + 1;
    }

    private static int appendSyllable(String typed, int start, StringBuilder text) {
        char medial = typed.charAt(start + 1);
        int at = start + 2;
        if (isMedialAt(typed, at) && pair(medial, typed.charAt(at)).isPresent()) {
            medial = pair(medial, typed.charAt(at++)).get();
        }
        char last = '-';
        if (isLast(typed, at)) {
            last = typed.charAt(at++);
            if (isLast(typed, at) && pair(last, typed.charAt(at)).isPresent()) {
                last = pair(last, typed.charAt(at++)).get();
            }
        }
        text.append(syllable(typed.charAt(start), medial, last));
        return at;
    }

    /** A consonant before a vowel begins the next syllable. */
    private static boolean isLast(String typed, int at) {
        return at < typed.length() && isFinal(typed.charAt(at)) && !isMedialAt(typed, at + 1);
    }

    private static boolean isMedialAt(String typed, int at) {
        return at < typed.length() && isMedial(typed.charAt(at));
    }
}

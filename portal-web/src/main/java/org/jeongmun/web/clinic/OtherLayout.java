package org.jeongmun.web.clinic;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody meant who typed with the keyboard in the other language, on the layout that Korea uses (dubeolsik):
 * {@code gksqlc} is 한빛, and {@code ㅊㅣㅑㅜㅑㅊ} is clinic.
 */
final class OtherLayout {
    private static final String LATIN = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
    private static final String HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
    private static final Map<Character, Character> TO_HANGUL = new HashMap<>();
    private static final Map<Character, Character> TO_LATIN = new HashMap<>();

    static {
        for (int key = 0; key < LATIN.length(); key++) {
            TO_HANGUL.put(LATIN.charAt(key), HANGUL.charAt(key));
            TO_LATIN.put(HANGUL.charAt(key), LATIN.charAt(key));
        }
    }

    private OtherLayout() {}

    /** @return the text with every key read in the other language; what is no letter of either stays */
    static String of(String text) {
        boolean isHangul = text.chars().anyMatch(each -> Hangul.isSyllable((char) each) || isLetter((char) each));
        return isHangul ? latin(text) : hangul(text);
    }

    private static boolean isLetter(char character) {
        return Hangul.isInitial(character) || Hangul.isMedial(character) || Hangul.isFinal(character);
    }

    private static String hangul(String typed) {
        // Capitals alone come from the lock key; beside small letters one is a doubled consonant.
        String small = typed.toLowerCase(Locale.ROOT);
        String text = typed.equals(typed.toUpperCase(Locale.ROOT)) ? small : typed;
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char key = text.charAt(at);
            letters.append(TO_HANGUL.getOrDefault(key, TO_HANGUL.getOrDefault(Character.toLowerCase(key), key)));
        }
        return Hangul.assembled(letters.toString());
    }

    private static String latin(String text) {
        StringBuilder keys = new StringBuilder();
        for (char character : text.toCharArray()) {
            String letters = Hangul.isSyllable(character) ? Hangul.letters(character) : Hangul.unpaired(character);
            for (char letter : letters.toCharArray()) {
                keys.append(TO_LATIN.getOrDefault(letter, letter));
            }
        }
        return keys.toString();
    }
}

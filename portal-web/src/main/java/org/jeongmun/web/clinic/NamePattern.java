package org.jeongmun.web.clinic;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Part of a name as people type it: case and spaces do not matter, and a consonant stands for each syllable it begins.
 */
final class NamePattern {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final String text;
    private final boolean hasInitials;

    private NamePattern(String text) {
        this.text = text;
        this.hasInitials = text.chars().anyMatch(each -> Hangul.isInitial((char) each));
    }

    static NamePattern of(String typed) {
        return new NamePattern(plain(typed));
    }

    /** @return the pattern of somebody who had the keyboard in the other language */
    static NamePattern otherwiseTyped(String typed) {
        return of(OtherLayout.of(
                SPACE.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("")));
    }

    /** @return a name as it is compared: composed, because some systems send Hangul taken apart */
    static String plain(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** @param plainName as {@link #plain} makes it */
    boolean isIn(String plainName) {
        if (!hasInitials) {
            return plainName.contains(text);
        }
        for (int start = 0; start <= plainName.length() - text.length(); start++) {
            if (isAt(plainName, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String name, int start) {
        for (int at = 0; at < text.length(); at++) {
            char wanted = text.charAt(at);
            char actual = name.charAt(start + at);
            if (wanted != actual && !(Hangul.isSyllable(actual) && Hangul.initialOf(actual) == wanted)) {
                return false;
            }
        }
        return true;
    }
}

package org.jeongmun.identity;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people type: the same person typing the same thing in another way is still the same person. */
public final class Typed {
    /** Nobody is known to have been born before. */
    public static final LocalDate EARLIEST_BIRTH = LocalDate.of(1880, 1, 1);
    /** As long as a text may be that is kept for the record or shown to people. */
    public static final int LONGEST_LINE = 500;

    private static final int LONGEST_NAME = 60;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().\\u2010-\\u2015-]{9,24}");
    /**
     * What comes along when a name is copied, what joins, fills or selects letters in some scripts: nobody sees whether
     * it is there. Unicode calls all but the empty Braille cell default ignorable.
     */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200D\\u2060-\\u2064\\u2800\\u3164"
                    + "\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\x{E0100}-\\x{E01EF}]");

    /** Blanks at both ends, those that do not break included. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** With what people put between and behind the numbers, or without. */
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})[-./ ]? ?([0-9]{2})[-./ ]? ?([0-9]{2})[.]?");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern PHONE_DIGITS = Pattern.compile("0[0-9]{8,10}");
    private static final String KOREA = "+82";
    private static final char BROKEN = '\uFFFD';

    private Typed() {}

    /** @return without blanks around it, full-width digits as digits; empty text for {@code null} */
    public static String clean(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /**
     * Reads a name.
     *
     * @return composed, without blanks around it and without what is not seen; empty when it is none, too long or holds
     *     what no name does
     */
    public static Optional<String> name(String text) {
        if (text == null || text.length() > LONGEST_NAME * 4) {
            return Optional.empty();
        }
        String seen = INVISIBLE.matcher(text).replaceAll("");
        String name =
                AROUND.matcher(Normalizer.normalize(seen, Normalizer.Form.NFC)).replaceAll("");
        boolean readable = name.codePoints().noneMatch(Typed::isUnreadable);
        boolean named = !name.isEmpty() && name.codePoints().anyMatch(Character::isLetter);
        return readable && named && name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? Optional.of(name)
                : Optional.empty();
    }

    /**
     * Reads a birth date, eight digits of a day that the calendar has.
     *
     * @param latest the last day on which anybody can have been born
     * @return empty when it is none, is later, or is before {@link #EARLIEST_BIRTH}
     */
    public static Optional<LocalDate> birthDate(String text, LocalDate latest) {
        Matcher typed = EIGHT_DIGITS.matcher(clean(text));
        if (!typed.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.group(1) + typed.group(2) + typed.group(3), DAY))
                    .filter(date -> !date.isBefore(EARLIEST_BIRTH) && !date.isAfter(latest));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @return the digits of a Korean phone number, beginning with 0; empty when it is none */
    public static Optional<String> phone(String text) {
        if (text == null || text.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String typed = clean(text);
        if (!PHONE.matcher(typed).matches()) {
            return Optional.empty();
        }
        String national = typed.startsWith(KOREA) ? typed.substring(KOREA.length()) : typed;
        String digits = NO_DIGIT.matcher(national).replaceAll("");
        String whole = typed.startsWith(KOREA) && !digits.startsWith("0") ? "0" + digits : digits;
        return PHONE_DIGITS.matcher(whole).matches() ? Optional.of(whole) : Optional.empty();
    }

    /** @return without blanks around it; empty when it says nothing, is longer than that or fills more than a line */
    public static Optional<String> line(String text, int longest) {
        String line = text == null ? "" : text.strip();
        return line.isEmpty() || line.length() > longest || line.codePoints().anyMatch(Typed::breaksALine)
                ? Optional.empty()
                : Optional.of(line);
    }

    private static boolean breaksALine(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isUnreadable(int letter) {
        int type = Character.getType(letter);
        return letter == BROKEN || type == Character.SURROGATE || type == Character.FORMAT || breaksALine(letter);
    }
}

package org.jeongmun.reservation;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person keeps to find their booking again: twelve letters and digits without look-alikes (54 random bits),
 * written in three groups of four.
 *
 * @param value as written, such as {@code 7KQ3-M4XD-9TRW}
 */
public record ReservationCode(String value) {
    /** None of 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V. */
    private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;
    private static final Pattern FORM = Pattern.compile("[%1$s]{4}-[%1$s]{4}-[%1$s]{4}".formatted(ALPHABET));
    private static final Pattern NOT_WRITTEN = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Refuses any other form. */
    public ReservationCode {
        requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A reservation code is three groups of four letters and digits.");
        }
    }

    /** @return a new code that nobody can guess */
    public static ReservationCode random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            code.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
                    .append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new ReservationCode(code.toString());
    }

    /**
     * Reads a code as people type it: in either case, with or without its hyphens, with spaces.
     *
     * @return empty when it cannot be a code
     */
    public static Optional<ReservationCode> typed(String text) {
        String letters = NOT_WRITTEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        if (letters.length() != GROUPS * GROUP_LENGTH) {
            return Optional.empty();
        }
        String code = letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8);
        return FORM.matcher(code).matches() ? Optional.of(new ReservationCode(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ReservationCode";
    }
}

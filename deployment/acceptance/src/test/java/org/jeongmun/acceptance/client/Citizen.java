package org.jeongmun.acceptance.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who wants a vaccination: no real person, and a new one each time.
 *
 * @param name in Hangul
 * @param birthDate eight digits
 * @param phone digits of a number that is never given out
 */
public record Citizen(String name, String birthDate, String phone) {
    private static final AtomicInteger BORN = new AtomicInteger();
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int SYLLABLES = 11_172;

    /** @return one of {@code choices}; different citizens like different things */
    <T> T likes(List<T> choices) {
        if (choices.isEmpty()) {
            throw new AssertionError("There is nothing to choose from.");
        }
        return choices.get(Math.floorMod(phone.hashCode() * 31 + name.hashCode(), choices.size()));
    }

    /** @return a new citizen of the cohort of 14 July 2021 */
    public static Citizen invited() {
        return bornOn("19640315");
    }

    /** @return a new citizen with that birth date */
    public static Citizen bornOn(String birthDate) {
        int number = BORN.incrementAndGet();
        char first = (char) (FIRST_SYLLABLE + number % SYLLABLES);
        return new Citizen(
                "시험" + first + (char) (FIRST_SYLLABLE + number / SYLLABLES), birthDate, "0100%07d".formatted(number));
    }
}

package org.jeongmun.benchmark.visit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Somebody who may come: no real person, born in the years of the story, and always the same by the number.
 *
 * @param number different for each person of a database
 */
public record Applicant(int number) {
    private static final int FIRST_YEAR = 1962;
    private static final int YEARS = 5;

    /** @return what this person types at check-in, as a form is encoded */
    public String typed() {
        String name = URLEncoder.encode("시민 " + number, StandardCharsets.UTF_8);
        return "name=%s&birthDate=%d0101&phone=010%08d".formatted(name, FIRST_YEAR + number % YEARS, number);
    }

    /** @return the form by which this person checks in, with the token of its page */
    String form(String token) {
        return "csrf=" + token + "&" + typed() + "&continue=1";
    }

    /** Different people like different things, and the same person the same again. @param occasion what it is about */
    public String likes(List<String> choices, long occasion) {
        long mixed = (number * 0x9E3779B97F4A7C15L + occasion) * 0xBF58476D1CE4E5B9L;
        return choices.get((int) Long.remainderUnsigned(mixed ^ mixed >>> 31, choices.size()));
    }
}

package org.jeongmun.acceptance.client;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** What a shut door looks like, by section 4 of the public contract. */
public final class ClosedAnswers {
    private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}{2,}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]+ [a-z]+ [a-z]+");

    private ClosedAnswers() {}

    /** Fails unless this is the closed answer of that state, in the form that the target asks for. */
    public static void assertClosed(String state, String target, RawResponse answer) {
        assertShut(state, target, answer);
        String type = target.startsWith("/lookup/") ? "application/problem+json" : "text/html";
        assertTrue(
                answer.header("Content-Type").orElse("").startsWith(type),
                () -> target + " has Content-Type " + answer.header("Content-Type"));
    }

    /** Fails unless this is the closed answer of that state, whatever its form. */
    public static void assertShut(String state, String target, RawResponse answer) {
        assertAll(
                target,
                () -> assertEquals(503, answer.status(), "status"),
                () -> assertEquals(state, answer.header("X-Portal-Gate").orElse("none"), "X-Portal-Gate"),
                () -> assertEquals("no-store", answer.header("Cache-Control").orElse("none"), "Cache-Control"),
                () -> assertTrue(retryAfter(answer) > 0, "Retry-After in seconds"),
                () -> assertEquals(List.of(), answer.all("Set-Cookie"), "Set-Cookie"),
                () -> assertEquals(List.of(), answer.all("Location"), "Location"));
    }

    /** Fails unless a page speaks both languages in what is read on it; its tags would pass for English. */
    public static void assertBothLanguages(String body) {
        String read = Jsoup.parse(body).body().text();
        assertTrue(KOREAN.matcher(read).find(), () -> "Korean in " + read);
        assertTrue(ENGLISH.matcher(read).find(), () -> "English in " + read);
    }

    private static int retryAfter(RawResponse answer) {
        return answer.header("Retry-After").map(Integer::parseInt).orElse(-1);
    }
}

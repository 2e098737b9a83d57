package org.jeongmun.doors.trial;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.lock.answer.RefusalPages;
import org.jeongmun.lock.answer.RefusalProblems;

/** The constant answers of the gate, to the byte. Anything that differs from them is something else. */
final class ExactAnswers {
    private static final String GATE = "x-portal-gate";
    private static final Set<String> HEADERS = Set.of(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "cache-control",
            "content-type");
    private static final Set<String> HEADERS_OF_CLOSED =
            Stream.concat(HEADERS.stream(), Stream.of(GATE, "retry-after")).collect(Collectors.toSet());
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "date", "transfer-encoding", "content-length");
    private static final int LONGEST_WAIT = 9;

    private static final Map<String, Set<String>> CLOSED = Arrays.stream(ClosedState.values())
            .collect(Collectors.toMap(
                    ClosedState::name, state -> words(pages -> pages.closed(state), RefusalProblems.closed(state))));
    private static final Set<String> NOT_FOUND = words(RefusalPages::notFound, RefusalProblems.notFound());

    private ExactAnswers() {}

    /** @return whether this says that the door is shut, in the very bytes of the gate */
    static boolean isClosed(Answer answer, String method) {
        if (answer.status() != 503) {
            return false;
        }
        Optional<Set<String>> words = answer.header(GATE).map(CLOSED::get);
        return words.isPresent()
                && hasExactly(answer, HEADERS_OF_CLOSED)
                && answer.header("retry-after")
                        .filter(wait -> wait.length() <= LONGEST_WAIT && wait.matches("[1-9][0-9]*"))
                        .isPresent()
                && says(answer, words.get(), method);
    }

    /** @return whether this says that there is no such door, in the very bytes of the gate */
    static boolean isNotFound(Answer answer, String method) {
        return answer.status() == 404 && hasExactly(answer, HEADERS) && says(answer, NOT_FOUND, method);
    }

    private static Set<String> words(Function<RefusalPages, String> page, String problem) {
        return Set.of(page.apply(new RefusalPages(false)), page.apply(new RefusalPages(true)), problem);
    }

    private static boolean hasExactly(Answer answer, Set<String> names) {
        Set<String> found = new HashSet<>();
        answer.headers().forEach(line -> found.add(Answer.name(line)));
        found.removeAll(OF_THE_CONNECTION);
        return found.equals(names)
                && answer.header("cache-control").filter("no-store"::equals).isPresent();
    }

    private static boolean says(Answer answer, Set<String> words, String method) {
        // The server takes the body away from answers to these two.
        boolean mayBeEmpty = method.equals("HEAD") || method.equals("CONNECT");
        return mayBeEmpty && answer.body().isEmpty() || words.contains(answer.body());
    }
}

package org.jeongmun.lock.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.lock.route.PortalRoutes;

/**
 * All answers of the portal that are no page: shut, not there, wrong method, too busy, broken. One constant body each,
 * for people and for programs. The body of a closed answer names no moment, so it can never name one that is past; when
 * to come back is in {@code Retry-After}, and the notice at {@code /} names the opening.
 */
public final class FixedAnswers {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String RETRY_WHEN_UNKNOWN = "60";
    private static final String RETRY_WHEN_BUSY = "3";
    private static final FixedAnswer UNCLEAR_BODY = new FixedAnswer(
            400,
            "text/plain;charset=UTF-8",
            "본문의 길이를 Content-Length 하나로 알려 주세요. / Tell the length of the body by one Content-Length alone.\n");

    private final BooleanSupplier demo;
    private final Map<ClosedState, Bodies> closed = new EnumMap<>(ClosedState.class);
    private final Bodies notFound;
    private final Bodies methodNotAllowed;
    private final Bodies busy;
    private final Bodies broken;

    /** One refusal for people, for people at a demo, and for programs. */
    private record Bodies(FixedAnswer page, FixedAnswer demoPage, FixedAnswer problem) {}

    /** @param demo whether the pages must say that this is a demo; asked for each answer */
    public FixedAnswers(BooleanSupplier demo) {
        this.demo = demo;
        for (ClosedState state : ClosedState.values()) {
            closed.put(state, bodies(503, pages -> pages.closed(state), RefusalProblems.closed(state)));
        }
        notFound = bodies(404, RefusalPages::notFound, RefusalProblems.notFound());
        methodNotAllowed = bodies(405, RefusalPages::methodNotAllowed, RefusalProblems.methodNotAllowed());
        busy = bodies(503, RefusalPages::busy, RefusalProblems.busy());
        broken = bodies(500, RefusalPages::broken, RefusalProblems.broken());
    }

    private static Bodies bodies(int status, Function<RefusalPages, String> page, String problem) {
        return new Bodies(
                new FixedAnswer(status, HTML, page.apply(new RefusalPages(false))),
                new FixedAnswer(status, HTML, page.apply(new RefusalPages(true))),
                new FixedAnswer(status, PROBLEM, problem));
    }

    private FixedAnswer choose(Bodies bodies, HttpServletRequest request) {
        if (PortalRoutes.isLookup(request.getRequestURI())) {
            return bodies.problem();
        }
        return demo.getAsBoolean() ? bodies.demoPage() : bodies.page();
    }

    /**
     * Answers that the door is shut.
     *
     * @param retryAfter how long it stays so, where that is known
     * @param last whether the connection ends with this answer
     */
    public void shut(
            ClosedState state,
            Optional<Duration> retryAfter,
            boolean last,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FixedAnswer answer = choose(closed.get(state), request);
        answer.begin(response);
        response.setHeader("X-Portal-Gate", state.name());
        response.setHeader("Retry-After", retryAfter.map(FixedAnswers::seconds).orElse(RETRY_WHEN_UNKNOWN));
        if (last) {
            response.setHeader("Connection", "close");
        }
        answer.end(request, response);
    }

    /** Refuses a request whose body may end elsewhere than it seems, and ends the connection with it. */
    public void unclearBody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UNCLEAR_BODY.begin(response);
        response.setHeader("Connection", "close");
        UNCLEAR_BODY.end(request, response);
    }

    public void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        choose(notFound, request).writeTo(request, response);
    }

    public void methodNotAllowed(Set<String> allowed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FixedAnswer answer = choose(methodNotAllowed, request);
        answer.begin(response);
        response.setHeader("Allow", String.join(", ", allowed));
        answer.end(request, response);
    }

    /** Answers that there is no room at this moment; it says nothing about the gate, and soon there will be room. */
    public void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FixedAnswer answer = choose(busy, request);
        answer.begin(response);
        response.setHeader("Retry-After", RETRY_WHEN_BUSY);
        answer.end(request, response);
    }

    public void broken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        choose(broken, request).writeTo(request, response);
    }

    /** Rounded up, so that who comes back then finds the door open. */
    static String seconds(Duration wait) {
        long seconds = wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0);
        return Long.toString(Math.max(1, seconds));
    }
}

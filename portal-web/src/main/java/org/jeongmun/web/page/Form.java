package org.jeongmun.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.gate.GateFilter;
import org.jeongmun.web.journey.FormGuard;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.SeeOther;
import org.jeongmun.web.load.SentForm;

/** The form of this request: whether it was sent, whether it is genuine, what is wrong with it, where to go from it. */
public final class Form {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final String RETRY_AFTER = "Retry-After";
    private static final Set<String> NOT_TICKED = Set.of("", "false", "off", "no", "0");
    private static final String SOON = "10";

    /** The name of the hidden input that says for whom a page was. */
    private static final String PERSON = "person";

    private final List<Problem> problems = new ArrayList<>();

    private final FormGuard guard;
    private final Texts texts;
    private final RefusalWords refusals;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private String token;
    private boolean answered;

    /**
     * Takes over a request.
     *
     * @param request whose parameters are the inputs of a form and nothing else
     */
    Form(
            HttpServletRequest request,
            HttpServletResponse response,
            FormGuard guard,
            Texts texts,
            RefusalWords refusals) {
        this.request = request;
        this.response = response;
        this.guard = guard;
        this.texts = texts;
        this.refusals = refusals;
    }

    /** Prepares the answer: it is for this person alone, and its forms have their token before anything is written. */
    public void begin() {
        response.setHeader("Cache-Control", "no-store");
        token = guard.tokenFor(request, response);
    }

    /** @return the value of the hidden input that every form has; {@code null} where the page has no form */
    public String getToken() {
        return token;
    }

    /** @return whether a form was sent, and really from a page of ours; if not so, the page says what to do */
    public boolean isSent() {
        if (!"POST".equals(request.getMethod())) {
            return false;
        }
        if (SentForm.isTooLong(request)) {
            problem("", "form.tooLong");
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return false;
        }
        if (guard.isGenuine(request, token)) {
            return true;
        }
        problem("", texts.of("form.stale"));
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    /**
     * Whether what was sent is of the person who has checked in: two may share a browser, and a page that one of them
     * has left open is not to do anything for the other. A form that names nobody is of whoever sends it.
     *
     * @param person who has checked in, as {@link Journey#mark} has it
     */
    public boolean isOf(Optional<String> person) {
        String named = sent(PERSON);
        if (named == null || person.filter(named::equals).isPresent()) {
            return true;
        }
        problem("", "form.otherPerson");
        return false;
    }

    /** @return what an input holds, as typed or chosen; {@code null} where it was not sent */
    public String sent(String input) {
        return request.getParameter(input);
    }

    /** @return the same, where a form was sent: what a link says, nobody has typed */
    public String typed(String input) {
        return "POST".equals(request.getMethod()) ? sent(input) : null;
    }

    /** @return whether the button of that name was pressed */
    public boolean pressed(String button) {
        return sent(button) != null;
    }

    /** @return whether the box of that name was ticked; a program may send it with a value that says that it was not */
    public boolean ticked(String box) {
        String value = sent(box);
        return value != null && !NOT_TICKED.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Notes what is wrong; the page is shown again.
     *
     * @throws IllegalStateException when the person is led to another page already
     */
    public void problem(String field, LocalizedText text) {
        if (answered) {
            throw new IllegalStateException("Nobody is led on and refused at once.");
        }
        problems.add(new Problem(field, text));
        response.setStatus(UNPROCESSABLE);
    }

    /** Notes what is wrong, by the key of its text. */
    public void problem(String field, String key) {
        problem(field, texts.of(key));
    }

    /** Says why it is not done. What may be tried again soon is told so to programs as well. */
    public void refuse(RefusalReason reason, Optional<BookingWindow> next) {
        problem("", refusals.text(reason, next));
        if (reason == RefusalReason.TRY_AGAIN_LATER) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(RETRY_AFTER, SOON);
        }
    }

    /** Says that there were too many tries. */
    public void tooMany(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        problem("", texts.count("form.tooMany", seconds));
        response.setStatus(TOO_MANY);
        response.setHeader(RETRY_AFTER, Long.toString(seconds));
    }

    /** @return whether something is wrong */
    public boolean isRefused() {
        return !problems.isEmpty();
    }

    /** @return all that is wrong, in the order of the inputs */
    public List<Problem> getProblems() {
        return List.copyOf(problems);
    }

    /** @return what is wrong with an input; {@code null} when nothing is */
    public LocalizedText problemOf(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse(null);
    }

    /** Answers 303 to another page of the portal. */
    public void goTo(String path) {
        SeeOther.to(path, response);
        answered = true;
    }

    /** Answers as the gate does while nothing can be done. */
    public void shut() {
        try {
            GateFilter.refuse(request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        answered = true;
    }

    /** @return whether it is answered, most often by leading to another page, so that there is none to show */
    public boolean isAnswered() {
        return answered;
    }

    /** @return the request that was received */
    public HttpServletRequest request() {
        return request;
    }

    /** @return what is answered to it */
    public HttpServletResponse response() {
        return response;
    }
}

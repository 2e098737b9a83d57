package org.jeongmun.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.load.SentForm;

/**
 * Lets the page of this request act, and then Faces show what has come of it; where the page leads elsewhere, Faces has
 * nothing to do. Nobody speaks to Faces itself: no postback, no partial request, only what our own forms hold.
 */
public final class PageFilter implements Filter {
    /** The attribute of a request that holds its form, for Faces. */
    public static final String FORM = "form";

    /** The attribute of a request that holds its page, for Faces. */
    private static final String PAGE = "page";

    /** The attribute of a request that holds the parts of the page that are its reader's own: mark-up, by name. */
    public static final String OWN = "own";

    /** The name of the part that every form sends back. */
    public static final String TOKEN = "token";

    @Inject
    private Pages pages;

    @Inject
    private Frame frame;

    private final KeptPages kept = new KeptPages();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest whole = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        // None of our forms is sent in parts.
        if (SentForm.isInParts(whole)) {
            answer.setHeader("Accept-Post", "application/x-www-form-urlencoded");
            answer.setHeader("Cache-Control", "no-store");
            answer.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        SentForm.read(whole);
        PlainFormRequest plain = new PlainFormRequest(whole);
        Form form = pages.form(plain, answer);
        Page page = pages.at(plain.getServletPath(), form, Journey.of(plain));
        page.act();
        if (!form.isAnswered()) {
            show(page, form, chain);
        }
    }

    /**
     * Faces writes a page once for all who are shown the same, with a gap for each part that is somebody's own; what is
     * so seldom that hardly anybody is shown the same, it writes for them.
     */
    private void show(Page page, Form form, FilterChain chain) throws IOException, ServletException {
        HttpServletResponse answer = form.response();
        Map<String, String> own = own(page, form);
        Optional<KeptPages.Key> key = key(page, form);
        if (key.isEmpty()) {
            write(page, form, own, answer, chain);
            return;
        }
        Optional<KeptPage> known = key.flatMap(kept::find);
        KeptPage document = known.isPresent() ? known.get() : written(page, form, own.keySet(), chain);
        // What was announced while Faces wrote may be on the page and is not in its key.
        if (known.isEmpty() && answer.getStatus() == HttpServletResponse.SC_OK && key.equals(key(page, form))) {
            kept.keep(key.get(), document);
        }
        if (!answer.isCommitted()) {
            document.answer(answer, own);
        }
    }

    private static Map<String, String> own(Page page, Form form) {
        Map<String, String> own = new HashMap<>(page.own());
        if (form.getToken() != null) {
            own.put(TOKEN, form.getToken());
        }
        return own;
    }

    private Optional<KeptPages.Key> key(Page page, Form form) {
        return form.isRefused()
                ? Optional.empty()
                : page.shown()
                        .map(same -> new KeptPages.Key(
                                form.request().getServletPath(),
                                same,
                                frame.isDemo(),
                                Optional.ofNullable(frame.getAnnouncement())));
    }

    private static KeptPage written(Page page, Form form, Set<String> parts, FilterChain chain)
            throws IOException, ServletException {
        WrittenPage written = new WrittenPage(form.response());
        Map<String, String> gaps = parts.stream().collect(Collectors.toMap(Function.identity(), KeptPage::gap));
        write(page, form, gaps, written, chain);
        return new KeptPage(written.document());
    }

    private static void write(
            Page page, Form form, Map<String, String> own, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = form.request();
        request.setAttribute(PAGE, page);
        request.setAttribute(FORM, form);
        request.setAttribute(OWN, own);
        chain.doFilter(request, answer);
    }
}

package org.jeongmun.web.lookup;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.pluginhost.GuardedLookups;
import org.jeongmun.pluginhost.LookupOutcome;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.web.config.PublicUrl;
import org.jeongmun.web.gate.GateFilter;
import org.jeongmun.web.lookup.LookupCounts.Outcome;
import org.jeongmun.web.partner.Caller;
import org.jeongmun.web.partner.Partners;
import org.jeongmun.web.partner.Standing;

/**
 * Answers partner portals through the plugin that declared the path, and within what their key allows. It answers
 * nothing that the gate has not admitted, and the directory behind the plugin tells nothing while no window is open.
 */
public final class LookupServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "X-Partner-Key";

    private final transient GuardedLookups lookups;
    private final transient Partners partners;
    private final transient LookupCounts counts;

    @Inject
    LookupServlet(GuardedLookups lookups, Partners partners, LookupCounts counts) {
        this.lookups = lookups;
        this.partners = partners;
        this.counts = counts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!GateFilter.hasAdmitted(request)) {
            GateFilter.refuse(request, response);
            return;
        }
        Caller caller = partners.identify(Collections.list(request.getHeaders(KEY)));
        if (caller instanceof Caller.NotYetTold) {
            GateFilter.refuse(request, response);
            return;
        }
        // A partner's key makes answers differ, so caches must know.
        response.setHeader("Vary", KEY);
        if (caller instanceof Caller.Stranger) {
            counts.count("public", Outcome.UNKNOWN_KEY);
            LookupProblem.PARTNER_KEY.writeTo(response);
            return;
        }
        if (caller instanceof Caller.Known known) {
            if (isWithinLimits(known, response)) {
                answer(Optional.of(known.partner()), request, response);
            }
            return;
        }
        answer(Optional.empty(), request, response);
    }

    private boolean isWithinLimits(Caller.Known known, HttpServletResponse response) throws IOException {
        Standing standing = known.standing();
        standing.headers().forEach(response::setHeader);
        switch (standing.verdict()) {
            case TOO_FAST -> {
                counts.count(known.partner().value(), Outcome.RATE_LIMIT);
                LookupProblem.RATE_LIMIT.writeTo(response, standing.retryAfterSeconds());
                return false;
            }
            case QUOTA_SPENT -> {
                counts.count(known.partner().value(), Outcome.DAILY_QUOTA);
                LookupProblem.DAILY_QUOTA.writeTo(response, standing.retryAfterSeconds());
                return false;
            }
            default -> {
                return true;
            }
        }
    }

    private void answer(Optional<PartnerId> partner, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        counts.count(partner.map(PartnerId::value).orElse("public"), Outcome.PASSED_ON);
        Map<String, List<String>> parameters = LookupQuery.parameters(request.getQueryString());
        Optional<String> asking = partner.map(PartnerId::value);
        LookupOutcome outcome = LookupPath.of(request.getRequestURI())
                .map(path -> lookups.answer(
                        path.plugin(), new LookupRequest(path.path(), parameters, asking, PublicUrl.of(request))))
                .orElseGet(LookupOutcome.Unknown::new);
        if (outcome instanceof LookupOutcome.Answered answered) {
            if (begin(answered, partner.isPresent(), request, response)) {
                response.setContentLength(answered.body().length);
                response.getOutputStream().write(answered.body());
            }
        } else if (outcome instanceof LookupOutcome.Begun begun) {
            answerAtLength(begun, partner.isPresent(), request, response);
        } else if (outcome instanceof LookupOutcome.Closed) {
            GateFilter.refuse(request, response);
        } else if (outcome instanceof LookupOutcome.Unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            LookupProblem.FAILED.writeTo(response);
        }
    }

    private static void answerAtLength(
            LookupOutcome.Begun begun, boolean ofOnePartner, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean started = false;
        try {
            if (begin(begun.first(), ofOnePartner, request, response) && !"HEAD".equals(request.getMethod())) {
                LongAnswer.start(begun, request, response);
                started = true;
            }
        } finally {
            if (!started) {
                begun.rest().end();
            }
        }
    }

    /**
     * Sets status and headers. For how long caches keep an answer, max-age outranks Expires.
     *
     * @return whether a body follows
     */
    private static boolean begin(
            LookupOutcome.Answered answer,
            boolean ofOnePartner,
            HttpServletRequest request,
            HttpServletResponse response) {
        answer.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", Freshness.bounded(answer.headers().get("Cache-Control"), ofOnePartner));
        if (answer.headers().containsKey("Vary")) {
            response.addHeader("Vary", KEY);
        }
        String tag = answer.headers().get("ETag");
        if (answer.status() == HttpServletResponse.SC_OK && tag != null && isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        return true;
    }

    /** Compares weakly, as RFC 9110 wants it here: W/ does not count. */
    private static boolean isKnown(String tag, HttpServletRequest request) {
        String known = request.getHeader("If-None-Match");
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> strong(each).equals(strong(tag)) || each.equals("*"));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}

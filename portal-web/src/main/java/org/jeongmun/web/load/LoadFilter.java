package org.jeongmun.web.load;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jeongmun.lock.answer.FixedAnswers;
import org.jeongmun.web.state.PortalState;

/**
 * Lets no more requests in than the portal can answer well. It stands before every page but the notices and the
 * receipt, which need nothing, and behind the gate, which it never opens.
 */
public final class LoadFilter implements Filter {
    private static final String CAME_AT = LoadFilter.class.getName() + ".cameAt";

    private final InsideLimit limit = new InsideLimit();
    /** Each errand has hands of its own: who has been let in never stands behind the crowd at the door. */
    private final Hands forEntering = new Hands(5);

    private final Hands forChoosing = new Hands(7);
    private final Hands forConfirming = new Hands(4);
    private final Hands forCare = new Hands(2);
    private final Map<Errand, Counter> refused = new EnumMap<>(Errand.class);
    private final FixedAnswers answers;
    private final Visitors visitors;

    /** Brings the parts together and shows them to monitoring. */
    @Inject
    public LoadFilter(MetricRegistry registry, PortalState state, Visitors visitors) {
        this.visitors = visitors;
        answers = new FixedAnswers(() -> state.knowledge().demo());
        registry.gauge("portal_inside_limit", limit::limit);
        for (Errand errand : Errand.values()) {
            Tag tag = new Tag("errand", errand.name());
            refused.put(errand, registry.counter("portal_busy_refusals", tag));
            registry.gauge("portal_inside_in_flight", errand, limit::inFlight, tag);
        }
    }

    @Override
    @SuppressWarnings("try") // permit and hand are held, whatever is asked of them
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        Errand errand = Errand.of(request.getRequestURI());
        if (errand.isInside() && !visitors.hasCheckedIn(request)) {
            // Whoever only knows the address gets none of the room that is kept for those inside, and no form is read.
            visitors.sendToCheckIn((HttpServletResponse) response);
            return;
        }
        Optional<InsideLimit.Permit> entry = limit.enter(errand);
        if (entry.isEmpty()) {
            refused.get(errand).inc();
            answers.busy(request, (HttpServletResponse) response);
            return;
        }
        try (InsideLimit.Permit permit = entry.get()) {
            if ("POST".equals(request.getMethod())) {
                permit.tellsNothing();
            }
            // A slow sender keeps a place inside and nobody's hands: the form is here before any work begins.
            if (SentForm.isIn(request)) {
                SentForm.read(request);
            }
            request.setAttribute(CAME_AT, System.nanoTime());
            Optional<Hands.Hand> taken = handsFor(errand).take();
            if (taken.isEmpty()) {
                refused.get(errand).inc();
                answers.busy(request, (HttpServletResponse) response);
                return;
            }
            try (Hands.Hand hand = taken.get()) {
                chain.doFilter(request, response);
            }
        }
    }

    private Hands handsFor(Errand errand) {
        return switch (errand) {
            case ENTER -> forEntering;
            case CHOOSE -> forChoosing;
            case CONFIRM -> forConfirming;
            case CARE -> forCare;
        };
    }

    /** @return when a request was here with its form, by {@link System#nanoTime()}: what it has waited since is ours */
    public static long cameAt(ServletRequest request) {
        return request.getAttribute(CAME_AT) instanceof Long nanos ? nanos : System.nanoTime();
    }
}

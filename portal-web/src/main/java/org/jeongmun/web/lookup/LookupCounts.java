package org.jeongmun.web.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts into {@code portal_lookup_requests_total{partner,outcome}}. */
@ApplicationScoped
class LookupCounts {
    private static final Metadata REQUESTS = Metadata.builder()
            .withName("portal_lookup_requests")
            .withDescription("What look-ups came to, by the partner whose key came with them.")
            .build();

    private final MetricRegistry registry;

    /** What a look-up came to. */
    enum Outcome {
        PASSED_ON,
        UNKNOWN_KEY,
        RATE_LIMIT,
        DAILY_QUOTA
    }

    /** For the container's proxy. */
    LookupCounts() {
        this(null);
    }

    @Inject
    LookupCounts(MetricRegistry registry) {
        this.registry = registry;
    }

    /** @param partner a partner's id, or {@code public}; never anything that came with a request */
    void count(String partner, Outcome outcome) {
        registry.counter(REQUESTS, new Tag("partner", partner), new Tag("outcome", outcome.name()))
                .inc();
    }
}

package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts into {@code portal_plugin_calls_total{plugin,outcome}}. */
@ApplicationScoped
class MetricPluginCounts implements PluginCounts {
    private static final Metadata CALLS = Metadata.builder()
            .withName("portal_plugin_calls")
            .withDescription("What calls of plugins came to.")
            .build();

    private final MetricRegistry registry;

    /** For the container's proxy. */
    MetricPluginCounts() {
        this(null);
    }

    @Inject
    MetricPluginCounts(MetricRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void count(String plugin, PluginOutcome outcome) {
        registry.counter(CALLS, new Tag("plugin", plugin), new Tag("outcome", outcome.name()))
                .inc();
    }
}

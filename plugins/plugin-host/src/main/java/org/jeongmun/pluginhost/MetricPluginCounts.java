package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
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

    /** Of few plugins and fewer outcomes; making the name of a counter takes longer than most verdicts. */
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

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
        counters.computeIfAbsent(new Key(plugin, outcome), this::counter).inc();
    }

    private Counter counter(Key key) {
        return registry.counter(
                CALLS,
                new Tag("plugin", key.plugin()),
                new Tag("outcome", key.outcome().name()));
    }

    /** Which of the counters. */
    private record Key(String plugin, PluginOutcome outcome) {}
}

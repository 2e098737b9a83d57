package org.jeongmun.web.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.Line;

/** What monitoring sees of the lines: one number of each kind for each window, and this node's own door. */
@ApplicationScoped
class LineGauges {
    void register(
            @Observes @Initialized(ApplicationScoped.class) Object start,
            MetricRegistry registry,
            KnownLines lines,
            InnerDoor door) {
        registry.gauge("portal_admitted_total", door::entered);
        registry.gauge("portal_inside", door::inside);
        Set<WindowId> seen = ConcurrentHashMap.newKeySet();
        lines.onNews(() -> lines.all().stream()
                .map(Line::window)
                .filter(seen::add)
                .forEach(window -> register(registry, lines, window)));
    }

    private static void register(MetricRegistry registry, KnownLines lines, WindowId window) {
        gauge(registry, lines, window, "portal_waiting", Line::uncalled);
        gauge(registry, lines, window, "portal_now_serving", Line::called);
        gauge(registry, lines, window, "portal_admission_rate", Line::ratePerSecond);
    }

    private static void gauge(
            MetricRegistry registry, KnownLines lines, WindowId window, String name, ToDoubleFunction<Line> number) {
        registry.gauge(
                name,
                () -> lines.line(window).map(number::applyAsDouble).orElse(Double.NaN),
                new Tag("window", window.value()));
    }
}

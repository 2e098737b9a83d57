package org.jeongmun.web.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.TreeSet;

/**
 * The last listener of all: ends the deployment unless the gate is still in front. Who adds a filter after the gate may
 * put it ahead, and no standard tells the order; so nobody may add one at all. What the container really made of it,
 * the outer lock looks at, where there is one.
 */
public final class GateSelfCheck implements ServletContextListener {
    private static final Logger LOG = System.getLogger(GateSelfCheck.class.getName());

    private final FiltersBehind known;

    @Inject
    GateSelfCheck(FiltersBehind known) {
        this.known = known;
    }

    /** @throws IllegalStateException to stop the deployment; its message is for the operator */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Map<String, ? extends FilterRegistration> filters = context.getFilterRegistrations();
        FilterRegistration gate = filters.get(GateRegistration.NAME);
        if (gate == null
                || !GateFilter.class.getName().equals(gate.getClassName())
                || !gate.getUrlPatternMappings().contains(GateRegistration.EVERY_PATH)
                || !gate.getServletNameMappings().contains(GateRegistration.EVERY_SERVLET)) {
            throw refused("the gate is not on every path and every servlet");
        }
        TreeSet<String> later = new TreeSet<>(filters.keySet());
        later.removeAll(known.names());
        later.remove(GateRegistration.NAME);
        if (!later.isEmpty()) {
            String first = later.first();
            throw refused("filter %s (%s) was added after the gate and may stand in front of it"
                    .formatted(first, filters.get(first).getClassName()));
        }
    }

    private static IllegalStateException refused(String reason) {
        LOG.log(Level.ERROR, "gate.selfcheck.refused reason=\"{0}\"", reason);
        return new IllegalStateException("The portal does not start: %s.".formatted(reason));
    }
}

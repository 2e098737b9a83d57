package org.jeongmun.web.gate;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;
import org.jeongmun.web.state.PortalState;

/** The mistake of a gate that stands in front of requests alone, not of error pages and other dispatches. */
public final class LooseGateRegistration implements ServletContextListener {
    private final Provider<Doorway> doorways;
    private final PortalState state;

    @Inject
    LooseGateRegistration(Provider<Doorway> doorways, PortalState state) {
        this.doorways = doorways;
        this.state = state;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        FilterRegistration.Dynamic gate =
                event.getServletContext().addFilter("gate", new GateFilter(doorways.get(), state));
        gate.setAsyncSupported(true);
        gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}

package org.jeongmun.web.gate;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;
import org.jeongmun.web.state.PortalState;

/**
 * Puts the gate in front of everything, or fails the deployment. The server would go on without a filter of {@code
 * web.xml} that cannot be made or started; a listener that throws ends the deployment, so the gate is whole before it
 * is registered here, and has no start of its own that could fail.
 */
public final class GateRegistration implements ServletContextListener {
    static final String NAME = "gate";
    static final String EVERY_SERVLET = "*";
    static final String EVERY_PATH = "/*";

    private final Provider<Doorway> doorways;
    private final PortalState state;
    private final FiltersBehind behind;
    private GateControl control;

    /**
     * @param doorways asked once the plugins are there, whose paths the doorway knows; all listeners are made before
     */
    @Inject
    GateRegistration(Provider<Doorway> doorways, PortalState state, FiltersBehind behind) {
        this.doorways = doorways;
        this.state = state;
        this.behind = behind;
    }

    /**
     * Registers ahead of the filters of {@code web.xml}. A named dispatch has no path, hence the mapping by name; a
     * request always has one, and with both mappings would be sent through the gate twice.
     */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Doorway doorway = doorways.get();
        behind.are(context.getFilterRegistrations().keySet());
        FilterRegistration.Dynamic gate = context.addFilter(NAME, new GateFilter(doorway, state));
        if (gate == null) {
            throw new IllegalStateException("A filter named gate is there already; nothing may stand in its place.");
        }
        gate.setAsyncSupported(true);
        EnumSet<DispatcherType> byName = EnumSet.complementOf(EnumSet.of(DispatcherType.REQUEST));
        gate.addMappingForServletNames(byName, false, EVERY_SERVLET);
        gate.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, EVERY_PATH);
        control = new GateControl(doorway.inFlight());
        control.register();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (control != null) {
            control.unregister();
        }
    }
}

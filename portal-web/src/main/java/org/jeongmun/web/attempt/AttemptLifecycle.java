package org.jeongmun.web.attempt;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jeongmun.web.config.NodeName;
import org.jeongmun.web.config.PortalDatabase;
import org.jeongmun.web.gate.RefusedRequests;
import org.jeongmun.web.state.PortalState;

/** Writes as long as the application runs. Declared in {@code web.xml}, after the gate, whose counts it takes. */
public final class AttemptLifecycle implements ServletContextListener {
    private final Provider<RefusedRequests> refusals;
    private final PortalState state;
    private AttemptWriter writer;

    /** @param refusals asked once the gate is there */
    @Inject
    AttemptLifecycle(Provider<RefusedRequests> refusals, PortalState state) {
        this.refusals = refusals;
        this.state = state;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        writer = new AttemptWriter(
                refusals.get(), state, NodeName.ofThisNode(), () -> PortalDatabase.connect("jeongmun attempts"));
        writer.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (writer != null) {
            writer.stop();
        }
    }
}

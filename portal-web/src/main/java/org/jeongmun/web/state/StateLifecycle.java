package org.jeongmun.web.state;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jeongmun.lock.reading.StatePoll;
import org.jeongmun.web.config.PortalDatabase;

/** Asks as long as the application runs. Declared in {@code web.xml}, before every filter. */
public final class StateLifecycle implements ServletContextListener {
    private final PortalState state;
    private StatePoll poll;

    /** @param state to keep up to date */
    @Inject
    public StateLifecycle(PortalState state) {
        this.state = state;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        poll = new StatePoll("portal-state", state.known(), () -> PortalDatabase.connect("jeongmun state"));
        poll.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (poll != null) {
            poll.stop();
        }
    }
}

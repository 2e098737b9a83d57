package org.jeongmun.web.state;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jeongmun.lock.reading.StatePoll;
import org.jeongmun.web.config.PortalDatabase;
import org.jeongmun.web.config.PortalSecret;
import org.jeongmun.web.config.Setting;

/**
 * Asks as long as the application runs, which does not start at all with a secret that is none. Declared in {@code
 * web.xml}, before every filter.
 */
public final class StateLifecycle implements ServletContextListener {
    private static final Logger LOG = System.getLogger(StateLifecycle.class.getName());

    private final PortalState state;
    private StatePoll poll;

    /** @param state to keep up to date */
    @Inject
    public StateLifecycle(PortalState state) {
        this.state = state;
    }

    /** @throws IllegalArgumentException to stop the deployment; its message is for the operator */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        checkSecret();
        poll = new StatePoll("portal-state", state.known(), () -> PortalDatabase.connect("jeongmun state"));
        poll.start();
    }

    /** None at all is no reason to stop: a demo has its own, and whether this is one only the database knows. */
    private static void checkSecret() {
        try {
            PortalSecret.configured(Setting.SECRET_TICKETS);
            PortalSecret.configured(Setting.SECRET_TICKETS_PREVIOUS);
            if (PortalSecret.configured().isEmpty()) {
                LOG.log(Level.WARNING, "journey.secret.missing setting={0}", Setting.SECRET.key());
            }
        } catch (IllegalArgumentException refused) {
            LOG.log(Level.ERROR, "journey.secret.refused reason={0}", refused.getMessage());
            throw refused;
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (poll != null) {
            poll.stop();
        }
    }
}

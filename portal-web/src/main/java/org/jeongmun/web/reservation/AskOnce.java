package org.jeongmun.web.reservation;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Makes EclipseLink give up on a silent database at once. Left alone it asks three times more, five seconds apart, while
 * a citizen waits and a thread with them. Named in {@code persistence.xml}.
 */
public final class AskOnce implements SessionCustomizer {
    /** Made by EclipseLink. */
    public AskOnce() {}

    @Override
    public void customize(Session session) {
        DatabaseLogin login = session.getLogin();
        login.setQueryRetryAttemptCount(0);
        login.setConnectionHealthValidatedOnError(false);
    }
}

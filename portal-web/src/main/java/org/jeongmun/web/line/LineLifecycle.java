package org.jeongmun.web.line;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jeongmun.web.config.PortalDatabase;
import org.jeongmun.web.state.PortalState;

/** Takes part in the waiting room as long as the application runs. Declared in {@code web.xml}. */
public final class LineLifecycle implements ServletContextListener {
    private final LinePoll poll;
    private final JoinQueue joining;

    @Inject
    LineLifecycle(KnownLines lines, InnerDoor door, InsideLoad load, JoinQueue joining, PortalState state) {
        this.joining = joining;
        this.poll = new LinePoll(
                lines, door, load, state::isSoldOut, () -> PortalDatabase.connect("jeongmun line"), System::nanoTime);
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        joining.start();
        poll.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        poll.stop();
        joining.close();
    }
}

package org.jeongmun.web.clinic;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jeongmun.web.config.PortalDatabase;

/** Keeps the directory up to date as long as the application runs. Declared in {@code web.xml}. */
public final class DirectoryLifecycle implements ServletContextListener {
    private final SnapshotDirectory directory;
    private DirectoryRefresh refresh;

    @Inject
    DirectoryLifecycle(SnapshotDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        refresh = new DirectoryRefresh(directory, () -> PortalDatabase.connect("jeongmun directory"));
        refresh.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (refresh != null) {
            refresh.stop();
        }
    }
}

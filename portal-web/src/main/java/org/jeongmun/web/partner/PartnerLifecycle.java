package org.jeongmun.web.partner;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jeongmun.web.config.PortalDatabase;

/** Keeps the partners up to date as long as the application runs. Declared in {@code web.xml}. */
public final class PartnerLifecycle implements ServletContextListener {
    private final Partners partners;
    private PartnerRefresh refresh;

    /** @param partners to keep up to date */
    @Inject
    public PartnerLifecycle(Partners partners) {
        this.partners = partners;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        refresh = new PartnerRefresh(partners, () -> PortalDatabase.connect("jeongmun partners"));
        refresh.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (refresh != null) {
            refresh.stop();
        }
    }
}

package org.jeongmun.launcher.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.LauncherSetting;
import org.jeongmun.launcher.PublishedPortal;
import org.jeongmun.launcher.Settings;
import org.postgresql.Driver;

/**
 * A PostgreSQL that others run.
 *
 * @param url of it
 * @param user the portal's login there, where {@code portal.db.user} names none
 * @param settings with the passwords, which are never published
 */
record ExternalDatabase(String url, String user, Settings settings) {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");
    private static final String USUAL_USER = "portal";
    private static final String URL = "portal.db.url";

    /** @return the server that {@code portal.db.url} names */
    static Optional<ExternalDatabase> named(Settings settings) {
        return settings.value(URL).map(url -> new ExternalDatabase(url, USUAL_USER, settings));
    }

    /** @return the server that the portal on {@code folder} works with; empty where it has its own, or none runs */
    static Optional<ExternalDatabase> ofThePortalOn(DataFolder folder, Settings settings) {
        PublishedPortal portal = PublishedPortal.in(folder.path());
        return portal.value("db.password").isPresent()
                ? Optional.empty()
                : portal.value("db.url")
                        .map(url -> new ExternalDatabase(
                                url, portal.value("db.user").orElse(USUAL_USER), settings));
    }

    /**
     * Looks whether the server answers and takes the login.
     *
     * @param end what closing the session does
     * @throws CommandFailure exit code 2 for a wrong setting, 3 when the server is not to be had
     */
    DatabaseSession open(Runnable end) {
        requireAddress();
        DatabaseLogin portal = login(settings.value("portal.db.user").orElse(user), "portal.db.password");
        DatabaseLogin admin = settings.value(LauncherSetting.DB_OWNER_USER.key())
                .map(owner -> login(owner, LauncherSetting.DB_OWNER_PASSWORD.key()))
                .orElse(portal);
        try {
            admin.check();
            return new DatabaseSession(admin, portal, false, end);
        } catch (SQLException refused) {
            throw admin == portal
                    ? DatabaseFailure.of(portal, refused)
                    : DatabaseFailure.of("portal.db.owner.user and portal.db.owner.password", admin, refused);
        }
    }

    private DatabaseLogin login(String who, String passwordKey) {
        return new DatabaseLogin(url, who, settings.value(passwordKey).orElse(""));
    }

    private void requireAddress() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw CommandFailure.wrongUsage(
                    "portal.db.url: begin it with jdbc:postgresql: (PostgreSQL is the only database).");
        }
        if (!isAddress()) {
            throw CommandFailure.wrongUsage(
                    "portal.db.url is no address of a PostgreSQL: give one such as jdbc:postgresql://host:5432/portal.");
        }
    }

    /** What the driver would log of it repeats the input. */
    private boolean isAddress() {
        Level level = DRIVER.getLevel();
        DRIVER.setLevel(Level.OFF);
        try {
            return Driver.parseURL(url, null) != null;
        } finally {
            DRIVER.setLevel(level);
        }
    }
}

package org.jeongmun.web.config;

import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Every setting that the portal's web application reads: a MicroProfile Config key, also an environment variable
 * ({@code portal.db.url} = {@code PORTAL_DB_URL}). Settings are read at start and do not change while the portal runs.
 */
public enum Setting {
    /** Where the database is. */
    DB_URL(
            "portal.db.url",
            "JDBC URL of the PostgreSQL database, such as jdbc:postgresql://host:5432/portal; unset = one of portal.jar's own, in --data",
            null),
    /** Who logs in there. */
    DB_USER("portal.db.user", "login at the database; a member of the role jeongmun_portal", "portal"),
    /** With which password. */
    DB_PASSWORD("portal.db.password", "password of that login", null),
    /** What cookies are sealed with. */
    SECRET("portal.secret", "at least 32 random bytes in base64, the same on every node; the demo makes its own", null),
    /** What tickets and passes are signed with. */
    SECRET_TICKETS(
            "portal.secret.tickets",
            "as portal.secret, for tickets and passes alone, so that these can get a new one; unset = made from portal.secret",
            null),
    /** What they were signed with before. */
    SECRET_TICKETS_PREVIOUS(
            "portal.secret.tickets.previous",
            "the one before, whose tickets and passes are still good; unset = made from portal.secret",
            null),
    /** Under which address citizens find the portal. */
    PUBLIC_URL(
            "portal.public.url",
            "the address that citizens use; its host alone is answered, and with https cookies become Secure",
            null),
    /** What else the portal is called. */
    HOSTS("portal.hosts", "further host names that are answered, such as a proxy's name for this node", null),
    /** Where health, metrics and the API description are. */
    MANAGEMENT_PORT(
            "portal.management.port",
            "local port that alone answers /desk/, /health, /metrics, /openapi; unset = 9090 with portal.jar, nowhere on another server",
            null),
    /** Where further plugins are. */
    PLUGINS("portal.plugins", "folder whose jars are taken in as plugins at start, beside the built-in ones", null),
    /** Whose forwarding headers are believed. */
    TRUSTED_PROXIES("portal.trusted.proxies", "addresses of proxies whose forwarding headers are believed", null);

    private final String key;
    private final String meaning;
    private final String fallback;

    Setting(String key, String meaning, String fallback) {
        this.key = key;
        this.meaning = meaning;
        this.fallback = fallback;
    }

    /** @return the key, as MicroProfile Config knows it */
    public String key() {
        return key;
    }

    /** @return what the setting does, for the table in the README */
    public String meaning() {
        return meaning;
    }

    /** @return what holds where nothing is set */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** @return what is set, else the fallback; a blank value counts as not set */
    public Optional<String> value() {
        return ConfigProvider.getConfig()
                .getOptionalValue(key, String.class)
                .filter(text -> !text.isBlank())
                .or(this::fallback);
    }
}

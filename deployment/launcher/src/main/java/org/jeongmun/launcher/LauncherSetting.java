package org.jeongmun.launcher;

import java.util.Optional;

/** The settings that portal.jar alone reads, beside those of the web application that it carries. */
public enum LauncherSetting {
    /** Who may change the schema and the schedule. */
    DB_OWNER_USER(
            "portal.db.owner.user",
            "login that migrates, applies campaigns, imports, and throws the switches of the desk;"
                    + " unset = portal.db.user does",
            null),
    /** With which password. */
    DB_OWNER_PASSWORD("portal.db.owner.password", "password of that login", null),
    /** On which address management listens. */
    MANAGEMENT_BIND(
            "portal.management.bind",
            "address of the management listener; this release allows loopback only",
            "127.0.0.1"),
    /** How long the pages are rehearsed. */
    REHEARSAL_SECONDS(
            "portal.rehearsal.seconds",
            "how long run goes through the pages before an opening, so that they come at once; 0 = not at all",
            "60"),
    /** Who vouches for a citizen's identity. */
    IDENTITY_PROVIDER(
            "portal.identity.provider",
            "who vouches for citizens outside a demo; this release has none yet, so it runs as a demo only",
            null);

    private final String key;
    private final String meaning;
    private final String fallback;

    LauncherSetting(String key, String meaning, String fallback) {
        this.key = key;
        this.meaning = meaning;
        this.fallback = fallback;
    }

    /** @return the key, also the name of a system property */
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
}

package org.jeongmun.launcher.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.PrivateFiles;
import org.jeongmun.launcher.database.DatabaseLogin;
import org.jeongmun.launcher.database.DatabaseSession;

/** DIR/portal.properties: where the portal is, for whoever may read the folder; there while it serves. */
final class PortalProperties {
    private final Path file;

    PortalProperties(Path file) {
        this.file = file;
    }

    /** Publishes a portal that is ready; the file appears whole. */
    void write(RunSettings settings, DatabaseSession database) {
        DatabaseLogin login = database.portalLogin();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("pid", Long.toString(ProcessHandle.current().pid()));
        values.put("public.url", settings.publicUrl());
        values.put("management.url", settings.listeners().managementUrl());
        values.put("db.url", login.url());
        values.put("db.user", login.user());
        if (database.isEmbedded()) {
            values.put("db.password", login.password());
        }
        try {
            PrivateFiles.writeProperties(file, values);
        } catch (IOException refused) {
            throw CommandFailure.notThere("%s cannot be written: %s".formatted(file, refused.getMessage()), refused);
        }
    }

    /** Removes what this or an earlier, killed, portal published. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw CommandFailure.notThere("%s cannot be removed: %s".formatted(file, refused.getMessage()), refused);
        }
    }
}

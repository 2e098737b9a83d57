package org.jeongmun.launcher.database;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jeongmun.launcher.PrivateFiles;

/** What the embedded database keeps beside its data, mode 600: its port and the two generated passwords. */
record EmbeddedSettings(int port, String ownerPassword, String portalPassword) {
    static final String SUPERUSER = "postgres";
    static final String PORTAL_LOGIN = "portal";
    static final String DATABASE = "portal";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @return what is in {@code file}; when there is none, new settings, written to it */
    static EmbeddedSettings in(Path file) throws IOException {
        if (Files.notExists(file)) {
            EmbeddedSettings settings = new EmbeddedSettings(freePort(), password(), password());
            settings.writeTo(file);
            return settings;
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return new EmbeddedSettings(
                Integer.parseInt(values.getProperty("port")),
                values.getProperty("owner.password"),
                values.getProperty("portal.password"));
    }

    EmbeddedSettings onAnotherPort() throws IOException {
        return new EmbeddedSettings(freePort(), ownerPassword, portalPassword);
    }

    void writeTo(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("port", Integer.toString(port));
        values.put("owner.password", ownerPassword);
        values.put("portal.password", portalPassword);
        PrivateFiles.writeProperties(file, values);
    }

    DatabaseLogin superuser() {
        return superuserOf(DATABASE);
    }

    DatabaseLogin superuserOf(String database) {
        return new DatabaseLogin(url(database), SUPERUSER, ownerPassword);
    }

    DatabaseLogin portal() {
        return new DatabaseLogin(url(DATABASE), PORTAL_LOGIN, portalPassword);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static String password() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}

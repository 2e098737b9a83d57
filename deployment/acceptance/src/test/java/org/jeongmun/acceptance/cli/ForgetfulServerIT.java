package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.PortalJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A server that may forget what it has acknowledged")
class ForgetfulServerIT {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Path folder = Folders.create("forgetful");

    @AfterEach
    void cleanUp() {
        Folders.delete(folder);
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void isRefusedInOneLineThatNamesWhatIsOff(String off) throws IOException {
        try (EmbeddedPostgres server = serverWithout(List.of(off))) {
            assertRefused(off, server);
        }
    }

    @Test
    void isRefusedWhereThePortalsLoginAloneIsForgetful() throws IOException, SQLException {
        try (EmbeddedPostgres server = serverWithout(List.of())) {
            try (Connection admin = server.getPostgresDatabase().getConnection();
                    Statement statement = admin.createStatement()) {
                statement.execute("ALTER ROLE postgres SET synchronous_commit = off");
            }
            assertRefused("synchronous_commit", server);
        }
    }

    /* The library that starts it leaves some of them off by itself. */
    private static EmbeddedPostgres serverWithout(List<String> off) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(3));
        DURABLE.forEach(setting -> builder.setServerConfig(setting, off.contains(setting) ? "off" : "on"));
        return builder.start();
    }

    private void assertRefused(String off, EmbeddedPostgres server) {
        Map<String, String> login = Map.of(
                "PORTAL_DB_URL", "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                "PORTAL_DB_USER", "postgres",
                "PORTAL_DB_PASSWORD", "postgres");

        PortalJar.Ended ended = PortalJar.run(
                login, "run", "--demo", "--data", folder.toString(), "--port", "0", "--management-port", "0");

        assertEquals(2, ended.exitCode(), ended::toString);
        assertEquals(1, ended.errorLines().size(), ended::toString);
        assertTrue(ended.errors().contains(off + "=off"), ended::toString);
        assertFalse(ended.errors().contains("\tat ") || ended.output().contains("\tat "), ended::toString);
        assertFalse(Files.exists(folder.resolve("portal.properties")), "it has never served");
    }
}

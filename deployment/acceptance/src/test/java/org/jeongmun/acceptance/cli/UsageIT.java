package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.OrdinaryUser;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("portal.jar")
class UsageIT {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final String FAULTY = "campaign: covid19-2021\n";

    private final Path folder = Folders.create("usage");

    @AfterEach
    void cleanUp() {
        Folders.delete(folder);
    }

    private PortalJar.Ended run(String line) {
        return PortalJar.run(Arrays.stream(line.split(" "))
                .map(word -> word.replace("DIR", folder.toString()))
                .toArray(String[]::new));
    }

    private static void assertRefused(int exitCode, String about, PortalJar.Ended ended) {
        assertEquals(exitCode, ended.exitCode(), ended::toString);
        assertEquals(1, ended.errorLines().size(), ended::toString);
        assertTrue(ended.errors().contains(about), ended::toString);
        assertFalse(ended.errors().contains("\tat ") || ended.output().contains("\tat "), ended::toString);
        assertFalse(ended.errors().contains("Exception"), ended::toString);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--help", "--version", "run --help", "campaign --help", "migrate --help"})
    void saysWhatItIsWithoutStartingAnything(String line) {
        PortalJar.Ended ended = run(line);
        assertEquals(0, ended.exitCode(), ended::toString);
        assertFalse(ended.output().isBlank(), ended::toString);
        assertEquals("", ended.errors());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "dance                                                         | dance",
                "--dance                                                       | --dance",
                "run --dance                                                   | --dance",
                "run --port                                                    | --port",
                "run --demo --port abc --data DIR                              | --port",
                "run --demo --port 70000 --data DIR                            | 70000",
                "run --demo --port -1 --data DIR                               | -1",
                "run --demo --bind 192.0.2.1 --data DIR                        | --bind 192.0.2.1",
                "run --demo --demo-clock tomorrow --data DIR                   | --demo-clock",
                "run --demo --demo-clock 2021-07-14T20:00 --data DIR           | --demo-clock",
                "run --demo-clock 2021-07-14T20:00:00+09:00 --data DIR         | --demo",
                "run --demo --campaign DIR/missing.yaml --data DIR             | missing.yaml",
                "run --demo --plugins DIR/missing --data DIR                   | missing",
                "campaign dance                                                | dance",
                "campaign check                                                | FILE",
                "campaign check DIR/missing.yaml                               | missing.yaml",
                "campaign check DIR                                            | is a folder",
                "campaign postpone w0714 2021-07-14T21:00+09:00 --data DIR     | --reason",
                "clinics import DIR/missing.csv --data DIR                     | missing.csv",
                "slots import DIR/missing.csv --data DIR                       | missing.csv",
                "maintenance                                                   | on, off",
                "maintenance on --data DIR                                     | --reason",
                "announce --ko x --data DIR                                    | --en",
                "announce --off --ko x --data DIR                              | --off",
                "roster                                                        | import",
                "roster import DIR/missing.csv --data DIR                      | --roster",
                "roster import DIR/missing.csv --roster Nurses --data DIR      | --roster",
                "roster import DIR/missing.csv --roster nurses --data DIR      | missing.csv",
                "seed --clinics -1 --days 1 --capacity 1 --data DIR            | --clinics",
                "seed --clinics 1 --days 1 --capacity 1 --first-day +999999999-12-31 --csv DIR | --first-day",
                "doors --at yesterday                                          | yesterday",
                "doors --url ftp://127.0.0.1/ --data DIR                       | ftp://127.0.0.1/",
                "doors --campaign DIR/any.yaml --data DIR                      | --at",
                "doors --at 2021-07-14T19:30:00+09:00 --campaign DIR/none.yaml | none.yaml",
                "evidence verify                                               | evidence",
                "plugins --plugins DIR/missing                                 | missing",
                "partner                                                       | create",
                "partner dance                                                 | dance",
                "partner create --data DIR                                     | ID",
                "partner create Upper --data DIR                               | ID",
                "partner create maps --rate 0 --data DIR                       | --rate",
                "partner create maps --quota -1 --data DIR                     | --quota",
                "partner create maps --return http://a.example/ --data DIR     | http://a.example/",
                "partner create maps --return https://u@a.example/ --data DIR  | https://u@a.example/",
                "partner limit maps --data DIR                                 | --rate"
            })
    void refusesWrongUsageInOneLineThatNamesIt(String line, String named) {
        assertRefused(2, named, run(line));
    }

    /** As cron and systemd start it: Java then knows no letters but those of ASCII. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"doors --at ARGUMENT       | '어제' is no time", "campaign check ARGUMENT   | set LANG=C.UTF-8"})
    void readsKoreanWithoutALocaleOrSaysWhatToSet(String line, String named) {
        ProcessBuilder shell = new ProcessBuilder(
                "sh",
                "-c",
                "exec '%s' -jar '%s' %s"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                PortalJar.file(),
                                line.replace("ARGUMENT", "\"$(printf '\\354\\226\\264\\354\\240\\234')\"")));
        assertRefused(2, named, PortalJar.runToItsEnd(shell, Map.of("LC_ALL", "C")));
    }

    @Test
    void tellsAFolderThatThisUserMayNotReadFromOneWithoutAPortal() throws IOException {
        try (OrdinaryUser user = OrdinaryUser.create("shut-out")) {
            Path others = Files.createDirectory(folder.resolve("others"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(others, Set.of());
            assertRefused(3, "permission", user.run("status", "--data", others.toString()));
            Files.setPosixFilePermissions(others, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Or the same command line would be refused for its clock once the file is mended. */
    @Test
    void refusesAFaultyCampaignBeforeThereIsADemo() throws IOException {
        Path file = PortalJar.fileOf(folder, "faulty.yaml", FAULTY);
        String clock = "2021-08-10T19:58:30+09:00";
        assertRefused(
                2,
                file + ", line 1",
                run("run --demo --campaign DIR/faulty.yaml --demo-clock %s --data DIR/data".formatted(clock)));
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void namesTheFileAndTheLineOfAFaultyCampaignForATrialOfDoors() throws IOException {
        Path file = PortalJar.fileOf(folder, "faulty.yaml", FAULTY);
        String line = "doors --at 2021-07-14T19:30:00+09:00 --campaign DIR/faulty.yaml --data DIR/data";
        assertRefused(2, file + ", line 1", run(line));
    }

    @Test
    void refusesToRunWithoutASecretOutsideADemo() {
        assertRefused(2, "portal.secret", run("run --data DIR --port " + Ports.free()));
    }

    @Test
    void refusesToRunWithoutAnIdentityProviderOutsideADemo() {
        assertRefused(
                2,
                "portal.identity.provider",
                PortalJar.run(Map.of("PORTAL_SECRET", SECRET), "run", "--data", folder.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"c2hvcnQ=", "not base64 at all, and long enough to be thirty-two bytes"})
    void refusesASecretThatIsNone(String secret) {
        PortalJar.Ended ended = PortalJar.run(Map.of("PORTAL_SECRET", secret), "run", "--data", folder.toString());
        assertRefused(2, "portal.secret", ended);
        assertFalse(ended.errors().contains(secret), ended::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "portal.secret.tickets          | PORTAL_SECRET_TICKETS          | c2hvcnQ=",
                "portal.secret.tickets.previous | PORTAL_SECRET_TICKETS_PREVIOUS | c2hvcnQ=",
                "portal.management.port         | PORTAL_MANAGEMENT_PORT         | nineteen",
                "portal.management.port 70000   | PORTAL_MANAGEMENT_PORT         | 70000",
                "portal.trusted.proxies         | PORTAL_TRUSTED_PROXIES         | 10.0.0.5, 10.1.0.0/16",
                "portal.plugins /nowhere        | PORTAL_PLUGINS                 | /nowhere",
                "portal.db.url                  | PORTAL_DB_URL                  | jdbc:postgresql://host:abc/portal"
            })
    void refusesASettingThatCannotBeAndNamesItsKey(String named, String variable, String value) {
        PortalJar.Ended ended =
                PortalJar.run(Map.of(variable, value), "run", "--demo", "--port", "0", "--data", folder.toString());
        assertRefused(2, named, ended);
    }

    @Test
    void takesTheManagementPortFromItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            PortalJar.Ended ended = PortalJar.run(
                    Map.of("PORTAL_MANAGEMENT_PORT", port),
                    "run",
                    "--demo",
                    "--port",
                    Integer.toString(Ports.free()),
                    "--data",
                    folder.toString());
            assertRefused(3, port, ended);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--port", "--management-port"})
    void saysThatAPortIsNotToBeHad(String option) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            String other = option.equals("--port") ? "--management-port" : "--port";
            assertRefused(
                    3, port, run("run --demo --data DIR %s %s %s %d".formatted(option, port, other, Ports.free())));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"migrate --data DIR/data", "status --data DIR/data"})
    void saysThatADatabaseIsNotToBeHad(String line) {
        String nobodyThere = "jdbc:postgresql://127.0.0.1:%d/portal".formatted(Ports.free());
        Map<String, String> environment =
                Map.of("PORTAL_DB_URL", nobodyThere, "PORTAL_DB_USER", "portal", "PORTAL_DB_PASSWORD", "never-shown");
        PortalJar.Ended ended = PortalJar.run(
                environment, line.replace("DIR", folder.toString()).split(" "));
        assertRefused(3, "", ended);
        assertFalse(ended.errors().contains("never-shown"), ended::toString);
        assertFalse(Files.exists(folder.resolve("data")), "a server needs no folder");
    }

    @Test
    void refusesAnotherKindOfDatabase() {
        Map<String, String> environment = Map.of("PORTAL_DB_URL", "jdbc:h2:mem:x", "PORTAL_DB_USER", "sa");
        assertRefused(2, "portal.db.url", PortalJar.run(environment, "migrate", "--data", folder.toString()));
    }
}

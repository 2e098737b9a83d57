package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.PortalJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A database that was not created as a demo")
class DatabaseOfItsOwnIT {
    private final Path folder = Folders.create("live");

    @AfterEach
    void cleanUp() {
        Folders.delete(folder);
    }

    @Test
    void isMadeByNoCommandThatOnlyLooksAtOne() {
        Path mistyped = folder.resolve("mistyped");
        PortalJar.Ended status = PortalJar.run("status", "--data", mistyped.toString());
        assertEquals(3, status.exitCode(), status::toString);
        assertEquals(1, status.errorLines().size(), status::toString);
        assertTrue(status.errors().contains("--data"), status::toString);
        assertFalse(Files.exists(mistyped));
    }

    @Test
    void isMadeByNoTrialOfDoorsInWhateverFolderItIsGiven() throws IOException {
        PortalJar.Ended doors =
                PortalJar.run("doors", "--at", "2021-07-14T19:30:00+09:00", "--data", folder.toString());
        assertEquals(3, doors.exitCode(), doors::toString);
        assertEquals(1, doors.errorLines().size(), doors::toString);
        assertTrue(doors.errors().contains("--data"), doors::toString);
        try (Stream<Path> made = Files.list(folder)) {
            assertEquals(List.of(), made.toList());
        }
    }

    /** A portal on a server's database leaves such a folder. */
    @Test
    void isMadeByNoCommandWhereAPortalHadAnother() throws IOException {
        Files.createFile(folder.resolve("portal.lock"));
        PortalJar.Ended status = PortalJar.run("status", "--data", folder.toString());
        assertEquals(3, status.exitCode(), status::toString);
        assertEquals(1, status.errorLines().size(), status::toString);
        assertFalse(Files.exists(folder.resolve("postgresql")));
    }

    @Test
    void isMigratedAsOftenAsOneLikesAndNeverBecomesOne() {
        for (int time = 0; time < 2; time++) {
            PortalJar.Ended migrated = PortalJar.run("migrate", "--data", folder.toString());
            assertEquals(0, migrated.exitCode(), migrated::toString);
        }
        for (String[] more : new String[][] {{}, {"--demo-clock", "2021-07-14T20:00:00+09:00"}}) {
            PortalJar.Ended refused = demo(more);
            assertEquals(2, refused.exitCode(), refused::toString);
            assertEquals(1, refused.errorLines().size(), refused::toString);
            assertTrue(refused.errors().contains("demo"), refused::toString);
        }
    }

    private PortalJar.Ended demo(String... more) {
        List<String> command = new ArrayList<>(
                List.of("run", "--demo", "--data", folder.toString(), "--port", "0", "--management-port", "0"));
        command.addAll(List.of(more));
        return PortalJar.run(command.toArray(String[]::new));
    }
}

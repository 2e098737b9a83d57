package org.jeongmun.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The database of a folder")
class DatabasesIT {
    @Test
    void saysHowItIsClosedToOthers(@TempDir Path folder) throws IOException {
        Databases databases = new Databases(Settings.none(), new Progress());
        DataFolder data = DataFolder.at(folder);
        databases.open(folder).close();
        Path rows = data.file(EmbeddedPostgres.FOLDER);
        Files.setPosixFilePermissions(rows, PosixFilePermissions.fromString("rwxr-xr-x"));

        CommandFailure refused = assertThrows(CommandFailure.class, () -> databases.open(folder));

        assertEquals(ExitCode.NOT_THERE, refused.exitCode());
        assertTrue(refused.getMessage().contains("chmod 700 " + rows), refused::getMessage);
    }
}

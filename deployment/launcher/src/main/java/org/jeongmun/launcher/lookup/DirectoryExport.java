package org.jeongmun.launcher.lookup;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseFailure;
import org.jeongmun.launcher.database.DatabaseSession;

/**
 * Writes the clinics, and nothing of their slots, row by row. A file is complete or is not there: it is written under
 * another name first.
 */
final class DirectoryExport {
    private static final String WAR = "/org/jeongmun/launcher/ROOT.war";
    private static final String DESCRIPTION = "WEB-INF/classes/META-INF/openapi.yaml";
    private static final int ROWS_AT_ONCE = 10_000;
    private static final List<String> COLUMNS =
            List.of("clinic_id", "name", "sido", "sigungu", "address", "phone", "latitude", "longitude");
    private static final String CLINICS =
            "SELECT id, name, sido, sigungu, address, phone, latitude, longitude FROM clinic ORDER BY id";

    private final Path folder;
    private final Progress progress;

    DirectoryExport(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Makes the folder before any database is started. */
    void prepare() {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw notWritable();
        }
    }

    /** With the portal's own rights: looking changes nothing. */
    void write(DatabaseSession session) {
        Path unfinished = folder.resolve("clinics.csv.part");
        try (Connection portal = session.portal()) {
            progress.begin("Writing clinics.csv");
            long clinics = writeClinics(portal, unfinished);
            Files.move(unfinished, folder.resolve("clinics.csv"), StandardCopyOption.REPLACE_EXISTING);
            writeDescription();
            progress.end("%d clinics".formatted(clinics));
        } catch (SQLException failed) {
            throw DatabaseFailure.of(session.portalLogin(), failed);
        } catch (IOException refused) {
            throw notWritable();
        }
    }

    private static long writeClinics(Connection connection, Path file) throws SQLException, IOException {
        connection.setAutoCommit(false); // else the driver reads all rows at once
        long clinics = 0;
        try (Statement statement = connection.createStatement();
                CsvWriter csv = CsvWriter.builder().build(file)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            csv.writeRecord(COLUMNS);
            try (ResultSet row = statement.executeQuery(CLINICS)) {
                while (row.next()) {
                    csv.writeRecord(fields(row));
                    clinics++;
                }
            }
        } finally {
            connection.rollback();
        }
        return clinics;
    }

    private static List<String> fields(ResultSet row) throws SQLException {
        List<String> fields = new ArrayList<>();
        for (int column = 1; column <= COLUMNS.size(); column++) {
            fields.add(row.getString(column));
        }
        return fields;
    }

    private void writeDescription() throws IOException {
        try (InputStream war = DirectoryExport.class.getResourceAsStream(WAR);
                ZipInputStream zip = new ZipInputStream(war)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(DESCRIPTION)) {
                    Files.copy(zip, folder.resolve("openapi.yaml"), StandardCopyOption.REPLACE_EXISTING);
                    return;
                }
            }
        }
        throw CommandFailure.notThere("portal.jar is damaged: the API description is not in it. Build it again.");
    }

    private CommandFailure notWritable() {
        return CommandFailure.wrongUsage(
                "DIR: %s cannot be written: name a folder that this user may write, with room in it."
                        .formatted(folder));
    }
}

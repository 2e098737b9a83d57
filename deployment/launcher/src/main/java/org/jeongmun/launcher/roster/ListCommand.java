package org.jeongmun.launcher.roster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code roster list}: which there are, and how many people each names; who they are nobody can print. */
@Command(
        name = "list",
        description = "Prints each roster, how many people it names, and when it was imported.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final String ROSTERS = """
            SELECT r.id, count(e.mark), to_char(r.imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
              FROM roster r LEFT JOIN roster_entry e ON e.roster_id = r.id GROUP BY r.id ORDER BY r.id""";

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> print(owner, progress));
        return ExitCode.DONE.number();
    }

    private static void print(Connection owner, Progress progress) throws SQLException {
        boolean none = true;
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(ROSTERS)) {
            while (row.next()) {
                none = false;
                progress.line("%s: %s people, imported %s"
                        .formatted(
                                row.getString(1), String.format(Locale.ROOT, "%,d", row.getLong(2)), row.getString(3)));
            }
        }
        if (none) {
            progress.line("There is no roster; `roster import` adds one");
        }
    }
}

package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jeongmun.launcher.CommandFailure;

/** Checks that {@code portal_now()} is what it must be: the database's clock, shifted in a demo alone. */
final class PortalClock {
    private static final Pattern LIVE = Pattern.compile("select(pg_catalog\\.)?clock_timestamp\\(\\)");
    private static final Pattern DEMO =
            Pattern.compile("selectclock_timestamp\\(\\)\\+(null|'-?[0-9.]+seconds')::interval");

    private PortalClock() {}

    /** Refuses a database whose function is anything else, or is somebody else's. */
    static void check(Connection connection, DatabaseState state) throws SQLException {
        String found = "missing";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT p.prosrc, l.lanname, pg_get_userbyid(p.proowner), p.proretset, n.nspname
                        FROM pg_proc p
                        JOIN pg_language l ON l.oid = p.prolang
                        JOIN pg_namespace n ON n.oid = p.pronamespace
                        WHERE p.oid = to_regproc('public.portal_now')""")) {
            if (row.next()) {
                found = row.getString(1);
                boolean ours =
                        row.getString(2).equals("sql") && row.getString(3).equals(DatabaseRoles.OWNER);
                Pattern form = state == DatabaseState.DEMO ? DEMO : LIVE;
                if (ours && form.matcher(withoutSpace(found)).matches()) {
                    return;
                }
            }
        }
        throw CommandFailure.wrongUsage(("portal_now() in this database is not the clock it must be (%s):"
                        + " restore it as its migration wrote it, or use a new database.")
                .formatted(found.strip()));
    }

    private static String withoutSpace(String sql) {
        return sql.replaceAll("[\\s;]", "").toLowerCase(java.util.Locale.ROOT);
    }
}

package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import org.jeongmun.launcher.CommandFailure;

/** Checks that {@code portal_now()} is what it must be: the database's clock, shifted in a demo alone. */
final class PortalClock {
    /** Asked anew each time, with nothing set for it, by the one function of that name. */
    private static final String FOUND = """
            SELECT p.prosrc,
                   l.lanname = 'sql' AND pg_get_userbyid(p.proowner) = 'jeongmun_owner' AND p.provolatile = 'v'
                   AND p.proconfig IS NULL AND p.prorettype = 'timestamptz'::regtype AND NOT p.proretset
                   AND NOT EXISTS (SELECT FROM pg_proc other WHERE other.proname = 'clock_timestamp'
                                      AND other.pronamespace <> 'pg_catalog'::regnamespace)
              FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
             WHERE p.oid = to_regproc('public.portal_now')""";

    private static final Set<String> LIVE = Set.of("selectclock_timestamp()", "selectpg_catalog.clock_timestamp()");

    /** As the table's trigger writes it. */
    private static final String DEMO = """
            SELECT format('SELECT clock_timestamp() + %L::interval', extract(epoch FROM clock_shift) || ' seconds')
              FROM public.demo""";

    private PortalClock() {}

    /** Refuses a database whose function is anything else, or is somebody else's. */
    static void check(Connection connection, DatabaseState state) throws SQLException {
        boolean isDemo = state == DatabaseState.DEMO;
        Set<String> forms = isDemo ? formOfDemo(connection) : LIVE;
        String found = "missing";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FOUND)) {
            if (row.next()) {
                found = row.getString(1);
                if (row.getBoolean(2) && forms.contains(withoutSpace(found))) {
                    return;
                }
            }
        }
        String remedy = isDemo
                ? "it is not as the demo's own table says, or an older portal.jar made this demo. Remove its data folder, or"
                        + " database, to begin it anew."
                : "restore it as its migration wrote it, or use a new database.";
        throw CommandFailure.wrongUsage(
                "portal_now() in this database is not the clock it must be (%s): %s".formatted(found.strip(), remedy));
    }

    /** @return none where the mark is gone */
    private static Set<String> formOfDemo(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DEMO)) {
            return row.next() ? Set.of(withoutSpace(row.getString(1))) : Set.of();
        }
    }

    private static String withoutSpace(String sql) {
        return sql.replaceAll("[\\s;]", "").toLowerCase(Locale.ROOT);
    }
}

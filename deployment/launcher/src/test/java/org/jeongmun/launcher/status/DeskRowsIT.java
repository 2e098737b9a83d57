package org.jeongmun.launcher.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.jeongmun.launcher.database.Tables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rows of the desk")
class DeskRowsIT extends OnAnOwnDatabase {
    private final Tables tables = new Tables(owner);

    @Test
    void sayWhoBeganAMaintenanceAndWhoChangedItLast() throws SQLException {
        says("kim", "maintenance_since = portal_now(), maintenance_reason = 'a flood long ago'");
        says("kim", "maintenance_since = NULL, maintenance_reason = NULL");
        says("op", "maintenance_since = portal_now(), maintenance_reason = 'flood'");
        assertEquals("flood op op", maintenance());
        says("root", "maintenance_reason = 'fire'");
        assertEquals("fire op root", maintenance());
    }

    @Test
    void leaveOutANodeThatHasSaidThatItStops() throws SQLException {
        tables.execute("SELECT tell_of_node('a', 'OPEN', 0.1), tell_of_node('b', 'OPEN', 0.1)");
        tables.execute("SELECT tell_of_node('b', 'STOPPED', NULL)");
        assertEquals(
                List.of("a"),
                DeskRows.of(owner, ZoneOffset.UTC).nodes().stream()
                        .map(DeskRows.Node::name)
                        .toList());
    }

    private void says(String operator, String change) throws SQLException {
        tables.read("SELECT set_config('jeongmun.operator', ?, false)", row -> row.getString(1), operator);
        tables.write("UPDATE portal_state SET " + change);
    }

    private static String maintenance() throws SQLException {
        return DeskRows.of(owner, ZoneOffset.UTC)
                .maintenance()
                .map(on -> String.join(" ", on.reason(), on.begunBy(), on.changedBy()))
                .orElse("off");
    }
}

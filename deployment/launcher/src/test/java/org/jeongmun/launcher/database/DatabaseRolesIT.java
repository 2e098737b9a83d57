package org.jeongmun.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The roles of the portal")
class DatabaseRolesIT extends OnAnOwnDatabase {
    @Test
    void areCreatedAsAWholeOrNotAtAll() throws SQLException {
        Tables tables = new Tables(owner);
        tables.execute("SET ROLE NONE; REVOKE CREATE ON SCHEMA public FROM jeongmun_owner");

        assertThrows(NullPointerException.class, () -> new DatabaseRoles(owner).create(null));

        assertTrue(owner.getAutoCommit());
        assertEquals(0, tables.number("SELECT has_schema_privilege('jeongmun_owner', 'public', 'CREATE')::int"));
    }
}

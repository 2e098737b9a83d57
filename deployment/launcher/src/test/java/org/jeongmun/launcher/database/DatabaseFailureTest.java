package org.jeongmun.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jeongmun.launcher.CommandFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A refusal of the database")
class DatabaseFailureTest {
    private static final DatabaseLogin LOGIN = new DatabaseLogin(
            "jdbc:postgresql://u:SECRET@db.example:5432/portal?user=a&password=SECRET\n?SECRET", "portal", "SECRET");

    @ParameterizedTest(name = "with state {0}")
    @ValueSource(strings = {"28P01", "3D000", "08001", "57P03", "42P01"})
    void neverShowsAPassword(String state) {
        CommandFailure told = DatabaseFailure.of(LOGIN, new SQLException("It failed.", state));
        assertFalse(told.getMessage().contains("SECRET"), told::getMessage);
        assertFalse(LOGIN.toString().contains("SECRET"), LOGIN::toString);
        assertEquals("jdbc:postgresql://db.example:5432/portal", LOGIN.address());
    }

    @Test
    void saysWhyTheServerIsNotReached() {
        assertTrue(told(new UnknownHostException("db.example")).contains("(unknown host)"));
        assertTrue(told(new SocketTimeoutException("Connect timed out"))
                .contains("(The connection attempt failed. Connect timed out)"));
        assertTrue(told(new ConnectException("Connection refused")).contains("(The connection attempt failed.)"));
    }

    private static String told(Exception cause) {
        return DatabaseFailure.of(LOGIN, new SQLException("The connection attempt failed.", "08001", cause))
                .getMessage();
    }
}

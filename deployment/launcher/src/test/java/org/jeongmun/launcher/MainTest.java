package org.jeongmun.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("portal.jar")
class MainTest {
    /** No locale has a file name with a NUL; most have one with Korean letters. */
    @Test
    void saysWhatToDoAboutAFileNameThatTheLocaleHasNot() {
        StringWriter errors = new StringWriter();
        CommandLine commands = Main.commandLine().setErr(new PrintWriter(errors));

        assertEquals(2, commands.execute("campaign", "check", "a\0b.yaml"));

        assertEquals(1, errors.toString().lines().count(), errors::toString);
        assertTrue(errors.toString().contains("LANG=C.UTF-8"), errors::toString);
        assertFalse(errors.toString().contains("Exception"), errors::toString);
    }
}

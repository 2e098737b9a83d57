package org.jeongmun.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

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

    /** Picocli would read it in place of the argument. */
    @Test
    void keepsATextThatBeginsWithAnAtAsItWasTyped(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notice"), "read from a file");
        String typed = "@" + file;

        ParseResult parsed = Main.commandLine().parseArgs("draw", "value", "w0714", "--value", typed);

        ParseResult value = parsed.subcommand().subcommand();
        assertEquals(typed, value.matchedOption("--value").getValue());
    }
}

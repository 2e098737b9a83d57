package org.jeongmun.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The arguments")
class ArgumentsTest {
    private static final byte[] COMMAND_LINE =
            "java\0-jar\0portal.jar\0announce\0--ko\0늦어짐\0--en\0\0".getBytes(StandardCharsets.UTF_8);
    private static final String LOST = "\uFFFD\uFFFD\uFFFD";

    @Test
    void thatTheLocaleCouldNotReadAreReadAgain() {
        assertArrayEquals(
                new String[] {"announce", "--ko", "늦어짐", "--en", ""},
                Arguments.asWritten(COMMAND_LINE, "announce", "--ko", LOST, "--en", ""));
    }

    @Test
    void thatCouldBeReadStayAsTheyAre() {
        String[] arguments = {"announce", "--ko", "늦어짐"};
        assertArrayEquals(arguments, Arguments.asWritten(arguments));
    }

    @Test
    void areRefusedWhereNobodyKnowsWhatWasWritten() {
        byte[] latin1 = "announce\0--ko\0d\u00e9j\u00e0\0".getBytes(StandardCharsets.ISO_8859_1);
        refused(latin1, "announce", "--ko", LOST);
        refused(COMMAND_LINE, "maintenance", "--ko", LOST, "--en", "");
        refused(new byte[0], LOST);
    }

    private static void refused(byte[] commandLine, String... arguments) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> Arguments.asWritten(commandLine, arguments));
        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
        assertTrue(failure.getMessage().contains("LANG=C.UTF-8"), failure::getMessage);
    }
}

package org.jeongmun.launcher.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text that is published as it is")
class OneLineTest {
    @Test
    void isKeptAsItWasTyped() {
        assertEquals("@7 13  42", OneLine.checked("--value", "@7 13  42"));
    }

    @ParameterizedTest(name = "not ''{0}''")
    @ValueSource(strings = {"", " ", " 42", "42 ", "42\n", "\u300042", "4\n2", "4\u20282"})
    void hasNoBlanksAroundItAndIsOneLine(String text) {
        CommandFailure refused = assertThrows(CommandFailure.class, () -> OneLine.checked("--value", text));
        assertEquals(ExitCode.WRONG_USAGE, refused.exitCode());
        assertTrue(refused.getMessage().startsWith("--value: "), refused::getMessage);
    }
}

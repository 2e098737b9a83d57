package org.jeongmun.launcher.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A free port")
class PortsTest {
    @Test
    void isNeverTheOneThatTheOtherListenerHas() {
        Iterator<Integer> offered = List.of(34_115, 34_115, 40_001).iterator();
        assertEquals(40_001, Ports.firstBut(34_115, offered::next));
    }

    /** Linux gives connections the ports from 32,768 on. */
    @Test
    void isNoneThatAConnectionCouldTakeInTheMeantime() {
        int port = Ports.chosen("--port", 0, InetAddress.getLoopbackAddress(), -1);
        assertTrue(port < 32_768, () -> "port " + port);
    }

    /** The address is one that is for examples alone. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--bind", "portal.management.bind"})
    void isLookedForOnThisMachineAlone(String option) {
        CommandFailure refused = assertThrows(CommandFailure.class, () -> Ports.address(option, "192.0.2.1"));
        assertEquals(ExitCode.WRONG_USAGE, refused.exitCode());
        assertTrue(refused.getMessage().startsWith(option + " 192.0.2.1 "), refused::getMessage);
        assertTrue(Ports.address(option, "127.0.0.1").isLoopbackAddress());
    }
}

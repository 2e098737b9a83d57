package org.jeongmun.launcher.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A free port")
class PortsTest {
    @Test
    void isNeverTheOneThatTheOtherListenerHas() {
        Iterator<Integer> offered = List.of(34_115, 34_115, 40_001).iterator();
        assertEquals(40_001, Ports.firstBut(34_115, offered::next));
    }
}

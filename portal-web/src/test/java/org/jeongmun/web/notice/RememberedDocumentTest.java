package org.jeongmun.web.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jeongmun.lock.reading.Knowledge;
import org.jeongmun.schedule.PortalStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A document that crowds read")
class RememberedDocumentTest {
    private long nanos;
    private int written;
    private final RememberedDocument document = new RememberedDocument(() -> nanos);

    @Test
    void isWrittenOnceForEverybodyWhoComesAtThatMoment() {
        assertEquals("1", read(PortalStatus.OPEN));
        nanos = TimeUnit.MILLISECONDS.toNanos(100);
        assertEquals("1", read(PortalStatus.OPEN));
    }

    @Test
    void isWrittenAnewWhenItsMomentIsOld() {
        assertEquals("1", read(PortalStatus.OPEN));
        nanos = TimeUnit.MILLISECONDS.toNanos(101);
        assertEquals("2", read(PortalStatus.OPEN));
    }

    @Test
    void neverTellsWhatIsSoNoLonger() {
        assertEquals("1", read(PortalStatus.OPEN));
        assertEquals("2", read(PortalStatus.MAINTENANCE));
        assertEquals("3", read(PortalStatus.OPEN));
    }

    private String read(PortalStatus status) {
        Told told = new Told(status, Knowledge.none(), List.of(), List.of(), List.of());
        return new String(
                document.of(told, () -> Integer.toString(++written).getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }
}

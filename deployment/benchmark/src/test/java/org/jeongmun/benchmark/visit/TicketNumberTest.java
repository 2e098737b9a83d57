package org.jeongmun.benchmark.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.jeongmun.web.waitingroom.PersonMark;
import org.jeongmun.web.waitingroom.Proof;
import org.jeongmun.web.waitingroom.Signer;
import org.jeongmun.web.waitingroom.WindowMark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The number of a ticket")
class TicketNumberTest {
    @Test
    void isReadOffWhatThePortalSigns() {
        Proof ticket = new Proof(
                Proof.Kind.TICKET, new WindowMark(7), new PersonMark(8, 9), 1_850_000, Instant.ofEpochSecond(10));

        assertEquals(1_850_000, TicketNumber.of(new Signer(List.of(new byte[32])).sign(ticket)));
    }

    @Test
    void isNotReadOffAnythingElse() {
        assertThrows(IllegalArgumentException.class, () -> TicketNumber.of("bm90IGEgdGlja2V0"));
    }
}

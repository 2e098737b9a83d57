package org.jeongmun.web.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.Admissions.Admission;
import org.jeongmun.waitingroom.Admissions.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever was let in")
class LetInTest {
    private static final WindowId WINDOW = new WindowId("w0714");
    private static final Instant NOW = Instant.parse("2021-07-14T11:00:00Z");
    private static final Instant END = NOW.plusSeconds(900);

    private final LetIn letIn = new LetIn();
    private final AtomicInteger room = new AtomicInteger(10);

    private Admission enter(long number, Instant now) {
        return letIn.enter(WINDOW, number, now.plusSeconds(900), now, () -> room.getAndDecrement() > 0);
    }

    @Test
    void takesNoFurtherRoomByAskingAgain() {
        assertEquals(new Admission(Entry.ADMITTED, END), enter(7, NOW));
        assertEquals(new Admission(Entry.INSIDE, END), enter(7, NOW.plusSeconds(60)), "until the same moment");
        assertEquals(9, room.get());
        assertEquals(Entry.ADMITTED, enter(8, NOW).entry());
    }

    @Test
    void isLetInAnewWhenTheirPassHasEnded() {
        enter(7, NOW);
        assertEquals(new Admission(Entry.ADMITTED, END.plusSeconds(900)), enter(7, END));
        letIn.passOn(END.plusSeconds(900));
        assertEquals(Entry.ADMITTED, enter(7, END).entry(), "forgotten");
    }

    @Test
    void isLetInAnewAfterTheyHaveLeft() {
        enter(7, NOW);
        assertEquals(Optional.of(END), letIn.leave(WINDOW, 7), "until when they would have been inside");
        assertEquals(Optional.empty(), letIn.leave(WINDOW, 7), "once");
        assertEquals(Entry.ADMITTED, enter(7, NOW).entry());
        assertEquals(8, room.get());
    }

    @Test
    void isNobodyWhomTheDoorHadNoRoomFor() {
        room.set(0);
        assertEquals(Entry.AT_THE_DOOR, enter(7, NOW).entry());
        room.set(1);
        assertEquals(Entry.ADMITTED, enter(7, NOW).entry());
    }
}

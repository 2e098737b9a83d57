package org.jeongmun.web.line;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.Admissions.Admission;
import org.jeongmun.waitingroom.Admissions.Entry;

/**
 * Who was let in by this node and is still inside. One called number could else use up the whole rate, by asking again
 * and again without its pass. It remembers some hundred bytes for each who is inside, and nothing of who waits. Safe
 * for many threads.
 */
final class LetIn {
    private final Map<Holder, Instant> until = new ConcurrentHashMap<>();

    private record Holder(WindowId window, long number) {}

    /**
     * Lets somebody in, or finds them inside.
     *
     * @param now by the portal's clock; a pass that has ended by then is none
     * @param room whether there is room for one more, who then has it; asked at most once, and not for who is inside
     */
    Admission enter(WindowId window, long number, Instant passExpiresAt, Instant now, BooleanSupplier room) {
        Entry[] told = {Entry.AT_THE_DOOR};
        Instant end = until.compute(new Holder(window, number), (holder, before) -> {
            if (before != null && before.isAfter(now)) {
                told[0] = Entry.INSIDE;
                return before;
            }
            if (!room.getAsBoolean()) {
                return null;
            }
            told[0] = Entry.ADMITTED;
            return passExpiresAt;
        });
        return new Admission(told[0], end == null ? passExpiresAt : end);
    }

    /** Forgets somebody who has left. @return until when their pass was good; empty when they are not remembered */
    Optional<Instant> leave(WindowId window, long number) {
        return Optional.ofNullable(until.remove(new Holder(window, number)));
    }

    /** Forgets those whose pass has ended by {@code now}. */
    void passOn(Instant now) {
        until.values().removeIf(end -> !end.isAfter(now));
    }
}

package org.jeongmun.launcher.campaign;

import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.Rates;
import org.jeongmun.waitingroom.WaitingRoom;

/**
 * How fast a campaign lets people in, as lines for the operator. The <em>effective rate</em> is the one that is certain
 * however long people stay: {@code admitPerSecond}, or {@code maxInside} people in each {@code passMinutes} where that
 * is less. The <em>drain time</em> is how long it takes at most until a number of people have been let in: {@code
 * maxInside} of them at full speed, the others at the effective rate.
 */
final class Rate {
    /** How long one who knows what they want stays inside. */
    private static final double USUAL_SECONDS = 180;

    private Rate() {}

    /**
     * Says how fast.
     *
     * @param people how many are to be let in
     * @param who what those are called, such as "free places"
     */
    static List<String> lines(Optional<WaitingRoom> waitingRoom, long people, String who) {
        if (waitingRoom.isEmpty()) {
            return List.of("The file has no waitingRoom: people are let in as they come, at no set rate and with no"
                    + " drain time.");
        }
        WaitingRoom room = waitingRoom.get();
        return List.of(
                "Effective rate: %s people per second (%,d per second until %,d are inside; each stays %d min at most)."
                        .formatted(
                                Rates.rounded(room.effectiveRate()),
                                room.admitPerSecond(),
                                room.maxInside(),
                                room.passMinutes()),
                "At three minutes each, %,d inside are %s people per second."
                        .formatted(
                                room.maxInside(),
                                Rates.rounded(Math.min(room.admitPerSecond(), room.maxInside() / USUAL_SECONDS))),
                people == 0
                        ? "Drain time: none, as there are no %s yet.".formatted(who)
                        : "Drain time: people for %,d %s are let in within %s."
                                .formatted(people, who, Spans.shown(room.drainTime(people))));
    }
}

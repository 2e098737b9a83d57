package org.jeongmun.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.AdmissionMoment.Health;
import org.jeongmun.waitingroom.AdmissionMoment.OpenLine;

/**
 * A line in a clock of its own: the policy is asked each 100 ms, called people come within six seconds or never, those
 * of a draw when they first look, and one door lets them in at the rate.
 */
final class SimulatedLine {
    static final Instant OPENS_AT = Instant.parse("2021-07-14T11:00:00Z");
    static final long TICK_MILLIS = 100;

    private static final double NANOS_PER_SECOND = 1e9;

    final WindowId window = new WindowId("w0714");
    final List<Long> enteredByTick = new ArrayList<>();
    final List<Long> servingByTick = new ArrayList<>();
    WaitingRoom room;
    Health health = Health.GOOD;
    double noShows;
    long joinPerTick;
    boolean stopped;
    boolean staysForGood = true;
    /** How many have their place from a draw, and look when chance has it. */
    long drawn;

    long issued;
    long nowServing;
    long entered;
    long inside;
    double rate;
    AdmissionMemory memory = AdmissionMemory.begin(OPENS_AT.minusMillis(TICK_MILLIS), 1);

    private final Random random = new Random(20210714);
    private final PriorityQueue<Instant> comingAt = new PriorityQueue<>();
    private final PriorityQueue<Instant> leavingAt = new PriorityQueue<>();
    private Instant now = OPENS_AT;
    private long invited;
    private double tokens;

    SimulatedLine(int perSecond, int maxInside, long issued) {
        this.room = new WaitingRoom(WaitingRoom.Order.ARRIVAL, perSecond, maxInside, 15);
        this.issued = issued;
    }

    void run(Duration duration) {
        for (long tick = 0; tick < duration.toMillis() / TICK_MILLIS; tick++) {
            now = now.plusMillis(TICK_MILLIS);
            issued += joinPerTick;
            people();
            tick();
        }
    }

    /** Nobody ticks, and whoever is called goes on coming in: the controller has died. */
    void runWithoutController(Duration duration) {
        for (long tick = 0; tick < duration.toMillis() / TICK_MILLIS; tick++) {
            now = now.plusMillis(TICK_MILLIS);
            people();
            remember();
        }
    }

    /** Another node has taken over, and knows only what the tables say. */
    void takeOver(Instant lastTickAt) {
        memory = AdmissionMemory.begin(lastTickAt, memory.factor());
    }

    Instant now() {
        return now;
    }

    private void tick() {
        AdmissionMoment moment = new AdmissionMoment(
                now,
                List.of(new OpenLine(window, OPENS_AT, issued, nowServing, drawn)),
                room,
                inside,
                entered,
                stopped,
                health);
        AdmissionDecision decision = AdmissionPolicy.decide(memory, moment);
        memory = decision.memory();
        rate = decision.ratePerSecond();
        nowServing = decision.calls().get(window).nowServing();
        remember();
    }

    private void remember() {
        enteredByTick.add(entered);
        servingByTick.add(Math.min(issued, nowServing));
    }

    /** As the database calls them with the draw. */
    long firstCalls() {
        double seconds = Math.min(PollingRule.beforeOpening(0, -1, drawn, 1), drawn / 9_000.0);
        return Math.min(drawn, Math.min(room.maxInside(), (long) (room.admitPerSecond() * seconds)));
    }

    /** Whoever is called before they look comes when they do, and whoever is called later has looked and comes then. */
    private Instant firstLook() {
        double after = PollingRule.beforeOpening(0, -1, drawn, random.nextDouble());
        Instant look = OPENS_AT.plusNanos((long) (after * NANOS_PER_SECOND));
        return look.isAfter(now) ? look : now;
    }

    private void people() {
        for (; invited < Math.max(Math.min(issued, nowServing), firstCalls()); invited++) {
            if (random.nextDouble() >= noShows) {
                comingAt.add(
                        drawn > 0 ? firstLook() : now.plusNanos((long) (random.nextDouble() * 6 * NANOS_PER_SECOND)));
            }
        }
        while (!leavingAt.isEmpty() && !leavingAt.peek().isAfter(now)) {
            leavingAt.poll();
            inside--;
        }
        double most = Math.max(1, rate * (issued > nowServing ? 0.12 : 1));
        tokens = Math.min(most, tokens + rate * TICK_MILLIS / 1000);
        while (tokens >= 1
                && inside < room.maxInside()
                && !comingAt.isEmpty()
                && !comingAt.peek().isAfter(now)) {
            comingAt.poll();
            tokens--;
            entered++;
            inside++;
            leavingAt.add(staysForGood ? Instant.MAX : now.plusSeconds(20));
        }
    }
}

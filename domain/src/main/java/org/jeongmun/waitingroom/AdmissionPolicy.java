package org.jeongmun.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.AdmissionDecision.Call;
import org.jeongmun.waitingroom.AdmissionMemory.Past;
import org.jeongmun.waitingroom.AdmissionMoment.OpenLine;

/**
 * How many people are called, tick by tick; pure. All lines together are called at the rate that the operator has set
 * and the portal's health allows, never more than {@code maxInside} allow. Each open line gets the part of the rate
 * that its waiting people are of all who wait. Whoever was called a while ago and has not come is made up for by
 * calling somebody more, as long as fewer come in than the rate allows, and at most twice the rate. Where hardly
 * anybody comes it is not they who stay away: something keeps them, and calling more would only send them all at once.
 * A line in which nobody waits is called ahead by a second's worth, so that who comes then need not wait; what they
 * take is not called twice.
 */
public final class AdmissionPolicy {
    /** Who has not come by then is made up for; they may still come at any time. */
    static final Duration NO_SHOW_AFTER = Duration.ofSeconds(15);

    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);
    private static final Duration CAME_OVER = NO_SHOW_AFTER.minus(ON_THE_WAY);
    private static final Duration SPARE_OVER = Duration.ofSeconds(2);
    private static final double BUSY = 0.995;
    private static final double MOST_BOOST = 2;
    private static final double FALLS_PER_SECOND = 0.0002;
    private static final double FEW = 0.03;
    private static final double CHANCE = 1.8;
    private static final double BOOST_FOR_FEW = 1.01;
    private static final double SURE = 1.03;
    private static final double HARDLY_ANYBODY = 0.1;
    /**
     * By so much a draw is called ahead at its opening: nobody knew their place, the first look four tenths of a second
     * after it, and who is among the first called learns of it about so late. The doors keep the rate all the same.
     */
    private static final Duration AHEAD_OF_LOOKS = Duration.ofMillis(1_200);

    /** A longer silence of the controller is not made up for. */
    public static final Duration LONGEST_GAP = Duration.ofSeconds(3);

    private static final Duration BETWEEN_LOWERINGS = Duration.ofSeconds(1);
    private static final double LOWERED_TO = 0.7;
    private static final double LOWEST_FACTOR = 0.1;
    private static final double RAISED_PER_SECOND = 0.05;
    private static final double NANOS_PER_SECOND = 1e9;

    private final AdmissionMemory memory;
    private final AdmissionMoment now;
    private final double seconds;
    private final Optional<Instant> loweredAt;
    private final double factor;
    private final double rate;
    private final long entered;
    private final long ahead;
    private final Past longAgo;

    private AdmissionPolicy(AdmissionMemory memory, AdmissionMoment now) {
        this.memory = memory;
        this.now = now;
        this.seconds = seconds(memory.at(), now);
        boolean lowers = !now.health().isGood()
                && memory.loweredAt()
                        .filter(at -> at.plus(BETWEEN_LOWERINGS).isAfter(now.at()))
                        .isEmpty();
        this.loweredAt = lowers ? Optional.of(now.at()) : memory.loweredAt();
        this.factor = lowers ? Math.max(LOWEST_FACTOR, memory.factor() * LOWERED_TO) : raised(memory, now);
        this.rate = now.stopped() ? 0 : now.room().admitPerSecond() * factor;
        this.entered = memory.entered()
                + Math.max(0, now.entered() - memory.enteredBefore().orElse(now.entered()));
        this.ahead = ahead(memory, now.open());
        this.longAgo = memory.before(now.at(), NO_SHOW_AFTER);
    }

    /** @return what is to be called now, given what was called before */
    public static AdmissionDecision decide(AdmissionMemory memory, AdmissionMoment now) {
        return new AdmissionPolicy(memory, now).decision();
    }

    private static double seconds(Instant last, AdmissionMoment now) {
        Duration sinceOpening = now.open().stream()
                .map(line -> Duration.between(line.opensAt(), now.at()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Duration sinceLast = Duration.between(last, now.at());
        boolean opensDrawn =
                sinceOpening.compareTo(sinceLast) < 0 && now.open().stream().anyMatch(line -> line.drawn() > 0);
        Duration elapsed =
                least(least(sinceLast, LONGEST_GAP), sinceOpening).plus(opensDrawn ? AHEAD_OF_LOOKS : Duration.ZERO);
        return Math.max(0, elapsed.toNanos() / NANOS_PER_SECOND);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static double raised(AdmissionMemory memory, AdmissionMoment now) {
        if (!now.health().isGood()) {
            return memory.factor();
        }
        double elapsed = Duration.between(memory.at(), now.at()).toNanos() / NANOS_PER_SECOND;
        return Math.min(1, memory.factor() + RAISED_PER_SECOND * Math.max(0, Math.min(1, elapsed)));
    }

    /** How many have come since the last tick to where the line was called already. */
    private static long ahead(AdmissionMemory memory, List<OpenLine> open) {
        return open.stream()
                .mapToLong(line -> {
                    long before = memory.reached().getOrDefault(line.window(), line.reached());
                    return Math.max(0, line.reached() - before);
                })
                .sum();
    }

    private AdmissionDecision decision() {
        long waiting = now.waiting();
        double boost = waiting == 0 ? 1 : boost();
        double credit = memory.credit() + rate * boost * seconds - ahead;
        long calls = Math.max(0, Math.min(Math.min(waiting, (long) Math.floor(credit)), headroom()));
        boolean full = calls == headroom() && calls < waiting;
        double left = calls == waiting ? Math.min(0, credit - calls) : Math.min(1, credit - calls);
        if (now.stopped()) {
            left = Math.min(0, left);
        }
        Map<WindowId, Long> shares = CallShares.of(now.open(), calls);
        double told = full ? Math.min(rate, Math.max(measured(), now.room().effectiveRate())) : rate;
        Map<WindowId, Call> placed = placed(shares, left, calls, told);
        return new AdmissionDecision(placed, rate, remembered(left, calls, boost, placed));
    }

    /**
     * By how much the rate of calling is raised, so that as many come in as the rate allows: those who came lately are
     * compared with those who were called a little before. While the door is as busy as it may be nothing is raised,
     * nor while somebody is still to look for the first time.
     */
    private double boost() {
        if (Duration.between(longAgo.at(), now.at()).compareTo(NO_SHOW_AFTER) < 0) {
            return memory.boost();
        }
        if (now.isAmongFirstLooks()) {
            return 1;
        }
        Past lately = memory.before(now.at(), SPARE_OVER);
        double span = Duration.between(lately.at(), now.at()).toNanos() / NANOS_PER_SECOND;
        if (entered - lately.entered() >= rate * span * BUSY) {
            return Math.max(1, memory.boost() - FALLS_PER_SECOND * seconds);
        }
        double came = entered - memory.before(now.at(), CAME_OVER).entered();
        double due = memory.before(now.at(), ON_THE_WAY).called() - longAgo.called();
        if (came < due * HARDLY_ANYBODY) {
            return 1;
        }
        double needed = due / Math.max(1, came);
        // A little more than needed: a few people at the door even out what chance leaves open.
        double few = 1 + Math.max(FEW, CHANCE / Math.sqrt(Math.max(1, due)));
        double wanted = needed < few ? Math.min(needed, BOOST_FOR_FEW) : needed * SURE;
        return Math.max(memory.boost(), Math.min(MOST_BOOST, wanted));
    }

    /** How many more fit inside, counting those who were just called and are on their way. */
    private long headroom() {
        long calledLately = memory.called() + ahead - longAgo.called();
        long onTheirWay = Math.max(0, calledLately - (entered - longAgo.entered()));
        return Math.max(0, now.room().maxInside() - now.inside() - onTheirWay);
    }

    private double measured() {
        double span = Duration.between(longAgo.at(), now.at()).toNanos() / NANOS_PER_SECOND;
        return span > 0 ? (memory.called() - longAgo.called()) / span : 0;
    }

    private Map<WindowId, Call> placed(Map<WindowId, Long> shares, double credit, long calls, double told) {
        long waiting = now.waiting();
        long emptied = now.open().stream()
                .filter(line -> shares.get(line.window()) == line.waiting())
                .count();
        long worth = now.stopped() ? 0 : (long) Math.floor(Math.max(1, rate) + Math.min(0, credit));
        long aheadOfAll = Math.max(0, Math.min(worth, headroom() - calls));
        Map<WindowId, Call> placed = new HashMap<>();
        for (OpenLine line : now.open()) {
            long share = shares.get(line.window());
            boolean isEmptied = share == line.waiting();
            long further = isEmptied && aheadOfAll > 0 ? Math.max(1, aheadOfAll / emptied) : 0;
            long place = isEmptied ? line.issued() + further : line.nowServing() + share;
            double part = line.waiting() > 0
                    ? (double) line.waiting() / waiting
                    : 1.0 / now.open().size();
            placed.put(line.window(), new Call(Math.max(line.nowServing(), place), told * part));
        }
        return placed;
    }

    private AdmissionMemory remembered(double credit, long calls, double boost, Map<WindowId, Call> placed) {
        long called = memory.called() + ahead + calls;
        Map<WindowId, Long> reached = new HashMap<>();
        for (OpenLine line : now.open()) {
            reached.put(
                    line.window(),
                    Math.min(line.issued(), placed.get(line.window()).nowServing()));
        }
        List<Past> past = new ArrayList<>(memory.past());
        past.add(new Past(now.at(), called, entered));
        while (past.size() > 1 && !past.get(1).at().isAfter(now.at().minus(NO_SHOW_AFTER))) {
            past.remove(0);
        }
        return new AdmissionMemory(
                now.at(), factor, loweredAt, credit, called, entered, Optional.of(now.entered()), boost, reached, past);
    }
}

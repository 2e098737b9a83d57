package org.jeongmun.benchmark.evening;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.jeongmun.benchmark.evening.Timeline.Event;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.visit.Applicant;
import org.jeongmun.benchmark.wire.Wire;

/**
 * One booking window in which people come at a rate, whatever becomes of those before them, and nobody pauses. Whoever
 * still waits at its end has come in vain.
 */
public final class OpenRound {
    private static final int MOST_CONNECTIONS = 512;
    private static final long SECOND = 1_000_000_000;
    private static final Duration AFTER_THE_OPENING = Duration.ofMillis(300);
    private static final long LAST_ANSWERS = 3 * SECOND / 2;

    private final WindowTimes times;
    private final Timeline timeline;
    private final Diary diary;
    private final int length;
    private int came;

    /**
     * Prepares a round.
     *
     * @param times of its window
     * @param ledger for the codes that are seen
     */
    public OpenRound(WindowTimes times, Ledger ledger) {
        this.times = times;
        length = (int) Math.round((times.closesAt() - times.opensAt()) / (double) SECOND);
        timeline = new Timeline(times.opensAt(), 1, length + 2);
        diary = new Diary(ledger, timeline, times);
    }

    /**
     * Waits for the opening and lives through it.
     *
     * @param perSecond how many people come each second
     * @param first the number of the first person; nobody comes twice to one database
     * @param chance when they come
     */
    public void live(URI portal, double perSecond, int first, Random chance) {
        try (Wire wire = new Wire(portal, MOST_CONNECTIONS)) {
            Agenda agenda = new Agenda(wire);
            Venue venue = new Venue(portal.getAuthority(), wire, agenda, diary, chance, 0);
            Duration span = Duration.ofNanos(times.closesAt() - times.opensAt()).minus(AFTER_THE_OPENING);
            long[] arrivals = Arrivals.steady((int) Math.round(perSecond * span.toMillis() / 1_000.0), span, chance);
            agenda.each(times.opensAt() + AFTER_THE_OPENING.toNanos(), arrivals, meant -> {
                new InLine(venue, new Applicant(first + came)).come(meant);
                came++;
            });
            agenda.run(times.closesAt(), () -> false);
            agenda.clear();
            agenda.run(times.closesAt() + LAST_ANSWERS, () -> wire.underWay() == 0);
        }
    }

    /** @return codes a second from so many seconds after the opening to the end of the window */
    public double goodput(int settle) {
        return timeline.sum(Event.BOOKED, settle, length) / (double) (length - settle);
    }

    /** @return how many have come */
    public int came() {
        return came;
    }

    /** @return what happened in each second */
    public Timeline timeline() {
        return timeline;
    }

    /** @return how everybody fared */
    public Diary diary() {
        return diary;
    }
}

package org.jeongmun.benchmark.evening;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.evening.Timeline.Event;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.wire.Answer;

/** How everybody fared, and how long each answer took. Times are in microseconds, up to ten minutes. */
public final class Diary {
    private static final long LONGEST = 600_000_000;
    private static final Set<PageClass> OPENS = EnumSet.of(PageClass.BOOKING, PageClass.LOOKUP);
    /** The moments of opening and closing are told by the database, over a connection that takes its time. */
    private static final long UNSURE = 100_000_000;

    private final Ledger ledger;
    private final Timeline timeline;
    private final WindowTimes times;
    private final Map<PageClass, Histogram> answers = new EnumMap<>(PageClass.class);
    private final Map<String, Long> serverErrors = new TreeMap<>();
    private final Map<String, Long> endings = new TreeMap<>();
    private final Histogram turnsOfThoseBefore = new Histogram(LONGEST, 3);
    private final Histogram turnsOfThoseAfter = new Histogram(LONGEST, 3);
    private final Histogram sinceOpening = new Histogram(LONGEST, 3);
    private final Map<String, Long> outside = new TreeMap<>();
    private long soldOutAt;
    private long firstEntryAt;
    private long lastEntryAt;
    private long people;

    /** @param times of the window in which people book */
    public Diary(Ledger ledger, Timeline timeline, WindowTimes times) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.times = times;
        for (PageClass pages : PageClass.values()) {
            answers.put(pages, new Histogram(LONGEST, 3));
        }
    }

    /** An answer has come. @param asked when it was asked for */
    public PageClass answered(String target, Answer answer, long asked) {
        long now = System.nanoTime();
        PageClass pages = PageClass.of(target, answer);
        record(answers.get(pages), now - asked);
        timeline.count(Event.ANSWERED, now);
        if (answer.status() >= 500) {
            String what = pages == PageClass.CLOSED ? answer.header("X-Portal-Gate") : pages + " " + path(target);
            serverErrors.merge(answer.status() + " " + what, 1L, Long::sum);
        }
        boolean shut = pages == PageClass.CLOSED || answer.status() == 400;
        if (!shut && OPENS.contains(PageClass.of(target)) && isOutside(asked, now)) {
            outside.merge(answer.status() + " " + path(target), 1L, Long::sum);
        }
        return pages;
    }

    /** There was no answer. */
    public void failed(String reason) {
        serverErrors.merge("no answer: " + reason, 1L, Long::sum);
    }

    private static String path(String target) {
        return target.replaceFirst("\\?.*", "");
    }

    /** Whether it was shut all the time between question and answer. */
    private boolean isOutside(long asked, long now) {
        return now < times.opensAt() || asked > times.closesAt() + UNSURE;
    }

    /** Somebody has looked at the line. */
    public void sees(LineView line) {
        if (soldOutAt == 0
                && !line.window().equals("CLOSED")
                && line.placesLeft().equals("NONE")) {
            soldOutAt = System.nanoTime();
        }
    }

    /** Somebody has checked in. */
    public void joined() {
        timeline.count(Event.JOINED, System.nanoTime());
    }

    /** It is somebody's turn. @param joinedAt when they checked in */
    public void entered(long joinedAt) {
        long now = System.nanoTime();
        record(joinedAt < times.opensAt() ? turnsOfThoseBefore : turnsOfThoseAfter, now - joinedAt);
        record(sinceOpening, now - Math.max(times.opensAt(), joinedAt));
        enteredAgain();
    }

    /** Somebody is let in who was sent back to the line. */
    public void enteredAgain() {
        long now = System.nanoTime();
        firstEntryAt = firstEntryAt == 0 ? now : firstEntryAt;
        lastEntryAt = now;
        timeline.count(Event.ENTERED, now);
    }

    /** Somebody who was inside stands in line again, or at its head: what let them in is no longer good. */
    public void sentBack() {
        timeline.count(Event.SENT_BACK, System.nanoTime());
    }

    /** Somebody has seen their code. */
    public void booked(String code) {
        people++;
        ledger.shown(code);
        timeline.count(Event.BOOKED, System.nanoTime());
    }

    /** Somebody has gone before they joined the line. */
    public void leftTheDoor(String reason) {
        people++;
        endings.merge("at check-in: " + reason, 1L, Long::sum);
    }

    /** Somebody has gone who was in line. */
    public void leftTheLine(String reason) {
        people++;
        endings.merge("in line: " + reason, 1L, Long::sum);
        timeline.count(Event.LEFT_THE_LINE, System.nanoTime());
    }

    /** Somebody has gone who was inside. */
    public void leftInside(String reason) {
        people++;
        endings.merge("inside: " + reason, 1L, Long::sum);
        timeline.count(Event.LEFT_INSIDE, System.nanoTime());
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(LONGEST, Math.max(0, nanos / 1000)));
    }

    /** @return how long answers of that class took */
    public Histogram answers(PageClass pages) {
        return answers.get(pages);
    }

    /** @return from check-in to turn, of those who checked in before the opening or after it */
    public Histogram turns(boolean before) {
        return before ? turnsOfThoseBefore : turnsOfThoseAfter;
    }

    /** @return from the opening, or from check-in where that was later, to the turn */
    public Histogram turnsSinceOpening() {
        return sinceOpening;
    }

    /** @return each kind of 5xx, and of no answer, and how often it was seen */
    public Map<String, Long> serverErrors() {
        return serverErrors;
    }

    /** @return how many have gone, with a code or without */
    public long people() {
        return people;
    }

    /** @return why people went without a code, and how many */
    public Map<String, Long> endings() {
        return endings;
    }

    /** @return in which second after the opening somebody was first told that no place is left */
    public OptionalDouble soldOutAfter() {
        return sinceOpening(soldOutAt);
    }

    /** @return how many seconds after the opening somebody was first let in */
    public OptionalDouble firstEntry() {
        return sinceOpening(firstEntryAt);
    }

    /** @return how many seconds after the opening somebody was last let in */
    public OptionalDouble lastEntry() {
        return sinceOpening(lastEntryAt);
    }

    private OptionalDouble sinceOpening(long nanos) {
        return nanos == 0 ? OptionalDouble.empty() : OptionalDouble.of((nanos - times.opensAt()) / 1e9);
    }

    /** @return what was served of booking and look-ups while it was shut, and how often: nothing, if all is well */
    public Map<String, Long> servedOutside() {
        return outside;
    }
}

package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.schedule.WindowId;

/**
 * What is publicly known of the line of one window at one moment.
 *
 * @param window whose line it is
 * @param room how it is let in; the rate is the operator's setting
 * @param issued the highest number given
 * @param nowServing the place that the rate has come to; may run ahead of {@code issued} while nobody waits
 * @param firstCalls how many places a draw has called at once: nobody knew theirs before, so each looks when chance has
 *     it, and the rate would find few of those whom it comes to
 * @param ratePerSecond how fast the line moves now; 0 while it stands
 * @param draw present where the places are drawn
 */
public record Line(
        WindowId window,
        WaitingRoom room,
        long issued,
        long nowServing,
        long firstCalls,
        double ratePerSecond,
        Optional<PublishedDraw> draw) {
    /** Refuses missing parts. */
    public Line {
        requireNonNull(window, "window");
        requireNonNull(room, "room");
        requireNonNull(draw, "draw");
    }

    /** @return where in line {@code number} stands; empty while that is still to be drawn */
    public OptionalLong placeOf(long number) {
        if (draw.isEmpty()) {
            return OptionalLong.of(number);
        }
        Optional<Draw> drawn = draw.get().drawn();
        return drawn.isPresent() ? OptionalLong.of(drawn.get().placeOf(number)) : OptionalLong.empty();
    }

    /** @return the highest place called */
    public long called() {
        return Math.max(nowServing, firstCalls);
    }

    /** @return whether it is the turn of {@code number}; a turn stays */
    public boolean hasCalled(long number) {
        OptionalLong place = placeOf(number);
        return place.isPresent() && place.getAsLong() <= called();
    }

    /**
     * @return how many are to be called before {@code number} is, 0 for who is called; empty while it is to be drawn
     */
    public OptionalLong aheadOf(long number) {
        return hasCalled(number) ? OptionalLong.of(0) : beforeTheRateComesTo(number);
    }

    /** @return after how many others the rate comes to {@code number}; empty while the places are still to be drawn */
    public OptionalLong beforeTheRateComesTo(long number) {
        OptionalLong place = placeOf(number);
        return place.isPresent() ? OptionalLong.of(Math.max(0, place.getAsLong() - nowServing - 1)) : place;
    }

    /** @return how many stand in line who have not been called */
    public long uncalled() {
        return Math.max(0, issued - called());
    }

    /** @return how many stand in line to whom the rate has not come */
    public long waiting() {
        return Math.max(0, issued - nowServing);
    }
}

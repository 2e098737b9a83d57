package org.jeongmun.web.waitingroom;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.WindowId;

/**
 * All that the waiting page says to one person.
 *
 * @param scene what it is about
 * @param stand where the person stands; empty for who has no ticket
 * @param opensAt when booking opens, in words
 * @param joinFrom from when people may join before that, in words
 * @param nextRelease when the next places are released for them, in words
 * @param drawn whether the places of those are drawn
 * @param refusal why the person was not let in, where that is worth a word
 * @param wayOn where it goes on when it is their turn
 * @param placeHeld whether a place at a clinic is being kept for them
 * @param announcement what an operator tells everybody
 * @param demo whether the page must say that it is a demo
 */
public record WaitingView(
        Scene scene,
        Optional<Stand> stand,
        Optional<LocalizedText> opensAt,
        Optional<LocalizedText> joinFrom,
        Optional<LocalizedText> nextRelease,
        boolean drawn,
        Optional<AdmissionRefusal> refusal,
        String wayOn,
        boolean placeHeld,
        Optional<LocalizedText> announcement,
        boolean demo) {
    /** What the page is about. */
    public enum Scene {
        /** The campaign has no line. */
        NO_LINE,
        /** Nobody may join yet. */
        NOT_YET,
        /** The person has no place in line and may get one. */
        JOIN,
        /** In line, and booking has not begun. */
        BEFORE,
        /** In line. */
        WAITING,
        /** It is their turn. */
        CALLED,
        /** Their number has had its journey. */
        SPENT,
        /** No place is left at any clinic. */
        SOLD_OUT,
        /** Booking is over. */
        CLOSED,
        /** Shut by an operator; the line stands. */
        MAINTENANCE,
        /** Nobody knows; the line stands. */
        UNKNOWN
    }

    /**
     * Where somebody stands.
     *
     * @param window in whose line
     * @param number on the ticket
     * @param place in line; 0 while it is to be drawn
     * @param ahead how many are to be called before; 0 while that is not known
     * @param ratePerSecond how fast the line moves; 0 while it stands
     * @param few whether places at clinics are running out
     * @param lookAfter in how many seconds the page asks next
     */
    public record Stand(
            WindowId window,
            long number,
            long place,
            long ahead,
            double ratePerSecond,
            boolean few,
            double lookAfter) {}

    /** Refuses missing parts. */
    public WaitingView {
        requireNonNull(scene, "scene");
        requireNonNull(stand, "stand");
        requireNonNull(opensAt, "opensAt");
        requireNonNull(joinFrom, "joinFrom");
        requireNonNull(nextRelease, "nextRelease");
        requireNonNull(refusal, "refusal");
        requireNonNull(wayOn, "wayOn");
        requireNonNull(announcement, "announcement");
    }
}

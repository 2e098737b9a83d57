package org.jeongmun.waitingroom;

import java.time.Instant;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.WindowId;

/**
 * The inner door of the waiting room on this node: it lets called people in at this node's share of the rate and knows
 * whose numbers are spent. Only {@link #bring} touches the database: a journey ends with the booking, which the
 * database counts by itself, and each node hears of it. Safe for many threads.
 */
public interface Admissions {
    /** What the door says to somebody who has a ticket and no pass. */
    enum Entry {
        /** Come in; counted, and the caller gives out the pass. */
        ADMITTED,
        /** They are inside already: not counted again, and the caller gives out the pass that they had. */
        INSIDE,
        /** It is not their turn, or not known yet. */
        NOT_CALLED,
        /** It is their turn, and others are just entering: again in a few seconds. */
        AT_THE_DOOR,
        /** Their number has had its journey. */
        SPENT,
        /** The line stands, because nobody knows better or an operator wants it to. */
        STANDING,
        /** No place is left at any clinic. */
        NO_PLACES
    }

    /**
     * What somebody is told at the door.
     *
     * @param until of whoever is let in, or inside: until when their pass is good; of the others, of no meaning
     */
    record Admission(Entry entry, Instant until) {
        /** @return whether they go in */
        public boolean isIn() {
            return entry == Entry.ADMITTED || entry == Entry.INSIDE;
        }
    }

    /**
     * Asks at the door. Whoever asks again through the same node while they are inside, in another tab or having lost
     * their pass, takes nothing of the rate.
     *
     * @param passExpiresAt until when the person counts as inside, unless they {@link #leave} before
     */
    Admission enter(WindowId window, long number, Instant passExpiresAt);

    /** Gives the room of one who was let in here back before the pass expires, as whoever has booked does. */
    void leave(WindowId window, long number);

    /**
     * Lets somebody in on the number of another, who books for them. A number brings as many as the campaign allows,
     * each written down before they are let in, and as often as they like.
     *
     * @param number whose pass is good
     * @return whether they may go in: they are one of those, or the number is their own
     */
    boolean bring(WindowId window, long number, PersonKey guest);

    /**
     * Whether a number is used up. It is good for one booking, and for more where the campaign lets people book for
     * others.
     *
     * @return whether it has had all its journeys, as far as this node has heard
     */
    boolean isSpent(WindowId window, long number);
}

package org.jeongmun.clinic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the directory says about free places: either what it last saw, or that it is not the time to tell. */
public sealed interface Availability {
    /**
     * What was seen.
     *
     * @param checkedAt when the places were counted, by the portal's clock
     * @param clinics the matches, in the order that was asked for
     * @param more whether there are further matches behind these
     */
    record Seen(Instant checkedAt, List<Found> clinics, boolean more) implements Availability {
        /** Copies the list. */
        public Seen {
            clinics = List.copyOf(clinics);
        }
    }

    /** Free places are told only while a booking window is open and the snapshot is fresh. */
    enum NotNow implements Availability {
        /** The only one. */
        NOT_NOW
    }

    /**
     * One clinic with what is free there.
     *
     * @param clinic which
     * @param freePlaces in slots that start from now on
     * @param earliestAt the start of the first slot with a free place; empty when there is none
     * @param metres how far it is from where the search looks from; empty when it looks from nowhere
     */
    record Found(Clinic clinic, long freePlaces, Optional<Instant> earliestAt, OptionalInt metres) {}
}

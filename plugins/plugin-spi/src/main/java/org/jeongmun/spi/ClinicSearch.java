package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a search for clinics came to. */
public sealed interface ClinicSearch {

    /**
     * One page of clinics.
     *
     * @param checkedAt when the free places were counted
     * @param validUntil until when this may be shown; not before {@code checkedAt}
     * @param clinics in the search's stable order; empty when nothing matches
     * @param next the cursor of the following page; empty on the last one
     */
    record Page(Instant checkedAt, Instant validUntil, List<ClinicAvailability> clinics, Optional<String> next)
            implements ClinicSearch {
        /** @throws IllegalArgumentException if it would be invalid before it was counted */
        public Page {
            requireNonNull(checkedAt, "checkedAt");
            requireNonNull(validUntil, "validUntil");
            clinics = List.copyOf(clinics);
            requireNonNull(next, "next");
            if (validUntil.isBefore(checkedAt)) {
                throw new IllegalArgumentException(
                        "A page is valid from checkedAt to validUntil; got checkedAt=%s, validUntil=%s."
                                .formatted(checkedAt, validUntil));
            }
        }
    }

    /** Availability is closed now; nothing about any clinic is told. The portal answers in the plugin's stead. */
    record Closed() implements ClinicSearch {}

    /** The cursor is not one that the portal gave out for this search. The partner's request is at fault. */
    record UnknownCursor() implements ClinicSearch {}

    /**
     * Turns whatever came into one answer.
     *
     * @param onPage for a page
     * @param onClosed for the refusal outside open windows
     * @param onUnknownCursor for a cursor that is not ours
     * @param <T> the answer's type
     * @return what the function chosen returned
     */
    default <T> T fold(
            Function<Page, T> onPage, Function<Closed, T> onClosed, Function<UnknownCursor, T> onUnknownCursor) {
        if (this instanceof Page page) {
            return onPage.apply(page);
        }
        if (this instanceof Closed closed) {
            return onClosed.apply(closed);
        }
        return onUnknownCursor.apply((UnknownCursor) this);
    }
}

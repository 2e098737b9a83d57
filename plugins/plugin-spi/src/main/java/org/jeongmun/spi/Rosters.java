package org.jeongmun.spi;

/**
 * What the portal lends a rule for one call: rosters of people who are invited by name. The portal looks the applicant
 * up itself, so that no plugin ever learns who it is, and no plugin holds a list of people.
 *
 * <p>May be asked by the thread of the call only; asked after the call has ended it throws
 * {@link IllegalStateException}. It may ask a database, and counts against the time limit of the call.
 */
@FunctionalInterface
public interface Rosters {

    /** What a roster says of the applicant. */
    enum Listing {
        /** The roster names them. */
        LISTED,
        /** The roster does not. */
        NOT_LISTED,
        /** There is no such roster, or it cannot be asked now; never to be taken for {@link #NOT_LISTED}. */
        UNKNOWN
    }

    /**
     * Looks the applicant up.
     *
     * @param roster the id under which the operator imported it: lower-case ASCII letters, digits and hyphens, at most
     *     64
     * @return never {@code null}; {@code UNKNOWN} also for an id that is not spelled so
     */
    Listing find(String roster);
}

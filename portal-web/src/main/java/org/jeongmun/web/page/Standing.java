package org.jeongmun.web.page;

import org.jeongmun.reservation.Entitlement;
import org.jeongmun.schedule.BookingWindow;

/**
 * Where somebody stands who has checked in.
 *
 * @param where how far they have come
 * @param window in which they may book, now or next; {@code null} when there is none any more, or it does not matter
 */
public record Standing(Where where, BookingWindow window) {
    /** How far somebody has come, and which page goes on from there. */
    public enum Where {
        /** Their booking is confirmed. */
        BOOKED("/reserve/done"),
        /** A place is kept for them. */
        HOLDING("/reserve/confirm"),
        /** They are in line, and it is not their turn. */
        IN_LINE("/waiting"),
        /** They may choose a place. */
        MAY_BOOK("/reserve/clinic"),
        /** Their window is yet to open. */
        LATER(null),
        /** No window of theirs is left. */
        NEVER(null);

        private final String path;

        Where(String path) {
            this.path = path;
        }

        /** @return the page that goes on; {@code null} where there is none */
        public String getPath() {
            return path;
        }
    }

    /** @return of somebody who has neither a place nor a number */
    static Standing of(Entitlement entitlement) {
        if (entitlement instanceof Entitlement.Now now) {
            return new Standing(Where.MAY_BOOK, now.window());
        }
        BookingWindow next = ((Entitlement.NotNow) entitlement).next().orElse(null);
        return new Standing(next == null ? Where.NEVER : Where.LATER, next);
    }

    /** @return of somebody whose next page is known, whenever they may book */
    static Standing at(Where where) {
        return new Standing(where, null);
    }
}

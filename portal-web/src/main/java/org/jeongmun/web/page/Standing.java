package org.jeongmun.web.page;

import org.jeongmun.reservation.Entitlement;
import org.jeongmun.schedule.BookingWindow;

/**
 * Where somebody stands who has checked in.
 *
 * @param open whether they may book now
 * @param window in which they may, now or next; {@code null} when there is none any more
 */
public record Standing(boolean open, BookingWindow window) {
    static Standing of(Entitlement entitlement) {
        if (entitlement instanceof Entitlement.Now now) {
            return new Standing(true, now.window());
        }
        return new Standing(false, ((Entitlement.NotNow) entitlement).next().orElse(null));
    }
}

package org.jeongmun.web.load;

import jakarta.servlet.http.HttpServletRequest;

/** Whom the portal has met before. Asks no database; safe for many threads. */
public interface Visitors {
    /** @return whether the request carries what this portal has given to somebody who said who they are */
    boolean hasCheckedIn(HttpServletRequest request);
}

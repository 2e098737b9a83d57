package org.jeongmun.web.load;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Whom the portal has met before. Asks no database; safe for many threads. */
public interface Visitors {
    /** @return whether the request carries what this portal has given to somebody who said who they are */
    boolean hasCheckedIn(HttpServletRequest request);

    /** Answers 303 to where people say who they are. */
    void sendToCheckIn(HttpServletResponse response);
}

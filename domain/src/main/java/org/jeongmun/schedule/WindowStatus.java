package org.jeongmun.schedule;

/** What one booking window is at an instant, from shut to open. */
public enum WindowStatus {
    /** Neither check-in nor booking has begun. */
    NOT_YET_OPEN,
    /** Booking has ended. */
    CLOSED,
    /** People may say who they are and join the line; nobody may book. */
    CHECK_IN,
    /** People may book. */
    OPEN;

    /** @return the one of both that lets less happen; a node in doubt takes this one */
    WindowStatus orLessOpen(WindowStatus other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

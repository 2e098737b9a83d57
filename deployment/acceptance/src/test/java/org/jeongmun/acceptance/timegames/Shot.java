package org.jeongmun.acceptance.timegames;

/**
 * One request of a crowd and what came back.
 *
 * @param holds whether it would hold a place
 * @param sentAt before the first byte left, by the monotonic clock
 * @param answeredAt after the last byte had come
 * @param status of the answer; 0 for none
 * @param gate the reason why the door was shut; empty when it was not
 * @param location where a redirect leads
 * @param last whether the connection ends with it
 */
record Shot(boolean holds, long sentAt, long answeredAt, int status, String gate, String location, boolean last) {
    /** @return whether the gate let it pass, whatever came then */
    boolean wasServed() {
        return status != 0 && gate.isEmpty();
    }

    /** @return whether a place was held */
    boolean hasHeld() {
        return holds && status == 303 && location.endsWith("/reserve/confirm");
    }
}

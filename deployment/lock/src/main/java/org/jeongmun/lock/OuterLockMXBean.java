package org.jeongmun.lock;

import java.util.Map;

/** What the process around the outer lock may ask of it; registered as {@value #NAME}. */
public interface OuterLockMXBean {
    /** Where the platform's MBean server has it. */
    String NAME = "org.jeongmun:type=OuterLock";

    /** @return how many requests of the public it has decided about; none = it stands in front of nothing */
    long getDecided();

    /** @return what the portal is by its own reading, in the words of {@code PortalStatus} */
    String getStatus();

    /** @return whether it could be set up; if not, it is shut for good */
    boolean isIntact();

    /** @return how many requests it has refused, by {@code Attempt.key()}: class, state and route */
    Map<String, Long> getRefusals();

    /** Admits nothing from now on but notices and receipts, and ends each connection. There is no way back. */
    void drain();

    /** Asks the database no more; what it knows goes stale, and that shuts it. */
    void stop();
}

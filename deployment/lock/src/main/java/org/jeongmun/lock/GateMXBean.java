package org.jeongmun.lock;

/** What the process around the portal may ask of the gate in its application; registered as {@value #NAME}. */
public interface GateMXBean {
    /** Where the platform's MBean server has it. */
    String NAME = "org.jeongmun:type=Gate";

    /** Admits nothing new from now on but notices and receipts; what is under way goes on. There is no way back. */
    void drain();

    /** @return how many requests are being answered */
    int getInFlight();
}

package org.jeongmun.web.gate;

/** What the process around the portal may ask of the gate; registered as {@code org.jeongmun:type=Gate}. */
public interface GateControlMXBean {
    /** Admits nothing new from now on but notices and receipts; what is under way goes on. There is no way back. */
    void drain();

    /** @return how many requests are being answered */
    int getInFlight();
}

package org.jeongmun.benchmark.visit;

/** Who writes down how visitors fare. */
public interface Chronicle {
    /** One request of a journey was answered as expected. */
    void took(Stage stage, long nanos);

    /** A journey has ended with a code. @param nanos since it was meant to begin, which may be before it could */
    void arrived(String code, long nanos);

    /** A journey has ended without one. */
    void lost(Stage stage, String reason);
}

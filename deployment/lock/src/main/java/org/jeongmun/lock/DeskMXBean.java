package org.jeongmun.lock;

/**
 * What the portal's application may ask of the process around it, which alone has the owner's login; registered as
 * {@value #NAME}. Each returns what to tell the operator, and throws {@link IllegalArgumentException} for what the
 * operator must write differently, {@link IllegalStateException} for what cannot be done now.
 */
public interface DeskMXBean {
    /** Where the platform's MBean server has it. */
    String NAME = "org.jeongmun:type=Desk";

    /** Shuts everything. An empty {@code until} leaves a promise that was given; {@code none} takes it back. */
    String maintenanceOn(String operator, String reason, String until);

    /** Lets the schedule rule again. */
    String maintenanceOff(String operator);

    /** Tells everybody something. */
    String announce(String operator, String ko, String en);

    /** Takes back what everybody was told. */
    String takeAnnouncementBack(String operator);
}

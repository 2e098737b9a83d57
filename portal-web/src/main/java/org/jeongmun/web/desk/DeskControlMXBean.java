package org.jeongmun.web.desk;

/**
 * The switches of the portal, as the process around it offers them under {@value #NAME}: it has the owner's login, and
 * this application has not. Each returns what to tell the operator, and throws {@link IllegalArgumentException} for
 * what the operator must write differently, {@link IllegalStateException} for what cannot be done now.
 */
public interface DeskControlMXBean {
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

package org.jeongmun.lock;

import java.util.List;

/** What the process around the outer lock may ask about the container behind it; registered as {@value #NAME}. */
public interface ContainerDoorsMXBean {
    /** Where the platform's MBean server has it. */
    String NAME = "org.jeongmun:type=ContainerDoors";

    /** @return every listener, application, mapping, filter and file of the running container, as a JSON object */
    String getDoors();

    /** @return why the portal's own gate is not the first of all filters on every path and dispatch; none if it is */
    List<String> getGateFaults();
}

package org.jeongmun.launcher.outerlock;

import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.lock.ContainerDoorsMXBean;
import org.jeongmun.lock.Handles;

/**
 * The self-check of the start: the portal's own gate is the first of all filters, on every path and for every dispatch,
 * in the chain that the container has made. The outer lock, which sits inside the server, looks.
 */
public final class GateInPlace {
    private GateInPlace() {}

    /**
     * Fails unless the gate stands where it must.
     *
     * @throws CommandFailure exit code 3, with what stands there instead
     */
    public static void require() {
        List<String> faults = Handles.find(ContainerDoorsMXBean.NAME, ContainerDoorsMXBean.class)
                .map(ContainerDoorsMXBean::getGateFaults)
                .orElse(List.of("nobody in the server can look at it"));
        if (!faults.isEmpty()) {
            throw CommandFailure.notThere("The gate is not in front of the portal, which is not served without it: %s."
                    .formatted(String.join("; ", faults)));
        }
    }
}

package org.jeongmun.web.line;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jeongmun.waitingroom.AdmissionMoment.Health;

/**
 * What the database answers to a node that says how it is.
 *
 * @param now the portal's time
 * @param token present on the controller alone
 * @param sinceLastTick since the controller's last tick, whoever it was
 * @param factor what the last controller left of the rate
 * @param rate how many all nodes together may let in each second, as the controller last said
 * @param maintenance whether an operator has shut the portal
 * @param nodes how many were heard of lately
 * @param inside how many are inside, on all of them
 * @param entered how many have come in on any node, ever
 * @param health of the node that fares worst
 */
record Heartbeat(
        Instant now,
        OptionalLong token,
        Duration sinceLastTick,
        double factor,
        double rate,
        boolean maintenance,
        long nodes,
        long inside,
        long entered,
        Health health) {}

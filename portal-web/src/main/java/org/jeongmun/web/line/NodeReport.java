package org.jeongmun.web.line;

import org.jeongmun.waitingroom.AdmissionMoment.Health;

/**
 * How one node is.
 *
 * @param inside how many passes it gave out are good and not used up
 * @param entered how many people it has let in since it started
 * @param health how requests inside fare
 */
record NodeReport(long inside, long entered, Health health) {}

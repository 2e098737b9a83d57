/** Crowds that are too large for this machine, worked out one device after another. */
package org.jeongmun.acceptance.simulation;

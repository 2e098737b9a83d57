/**
 * Two locks, and each holds alone: with the other one sabotaged, and in front of an application that has no lock at
 * all.
 */
package org.jeongmun.acceptance.outerlock;

/**
 * The waiting room: who stands where in the line of a window, and how many are let in. It opens nothing: the gate does.
 */
package org.jeongmun.waitingroom;

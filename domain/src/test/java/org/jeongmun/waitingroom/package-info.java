/** What the waiting room decides, held against simulated lines. */
package org.jeongmun.waitingroom;

/**
 * The waiting room's doors: proofs of a place in line and of having been let in, and the one page that people wait on.
 * Who is let in when is decided elsewhere.
 */
package org.jeongmun.web.waitingroom;

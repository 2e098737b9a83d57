/** A jar in WEB-INF/lib that tries to get in front of the gate. */
package org.jeongmun.acceptance.container.intruder;

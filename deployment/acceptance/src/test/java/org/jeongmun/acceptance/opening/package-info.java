/** The opening second, and the way from the notice to a code once the door is open. */
package org.jeongmun.acceptance.opening;

/** {@code portal.jar doors}: all shut on a portal as it ships, and every door named that was left open on purpose. */
package org.jeongmun.acceptance.doors;

/** One person's place in one slot: held, confirmed, cancelled or expired. The service here is the only writer. */
package org.jeongmun.reservation;

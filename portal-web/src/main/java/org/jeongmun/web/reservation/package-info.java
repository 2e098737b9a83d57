/** Reservations in PostgreSQL: read and changed by native SQL, many in one transaction, overdue ones given back. */
package org.jeongmun.web.reservation;

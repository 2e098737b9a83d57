/** Reservations in PostgreSQL: one statement to hold a place, and a thread that gives overdue ones back. */
package org.jeongmun.web.reservation;

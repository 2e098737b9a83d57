/** Reservations and the directory on a real PostgreSQL, and what the portal's role may not do there. */
package org.jeongmun.acceptance.database;

/** All clinics and their free places in memory, kept up to date by one thread of its own. */
package org.jeongmun.web.clinic;

/** The threads that the server answers with. */
package org.jeongmun.outerlock.workers;

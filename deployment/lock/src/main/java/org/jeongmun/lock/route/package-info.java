/** The finite lists of URLs that a lock goes by, and what else it reads off a request. */
package org.jeongmun.lock.route;

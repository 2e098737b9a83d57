/** The finite lists of URLs that a lock goes by. */
package org.jeongmun.lock.route;

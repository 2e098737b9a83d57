/** The answers of a lock in constant bytes, so that nobody can tell which lock has answered. */
package org.jeongmun.lock.answer;

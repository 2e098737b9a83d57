/**
 * People who join a line, wait for their turn as the script of the waiting page does, and book; and what else comes to
 * the portal on such an evening. All of it on one thread, by a plan.
 */
package org.jeongmun.benchmark.evening;

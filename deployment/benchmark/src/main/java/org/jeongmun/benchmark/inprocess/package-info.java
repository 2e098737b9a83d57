/**
 * What single decisions of the portal cost by themselves, by JMH: no server, no socket, and the portal's own classes.
 */
package org.jeongmun.benchmark.inprocess;

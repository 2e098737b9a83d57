/** Writes down how many requests were refused at which door, by the minute, and that this node is there. */
package org.jeongmun.web.attempt;

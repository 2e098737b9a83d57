/**
 * The outer lock: the gate's decision once more, in front of every application, by a schedule and a clock of its own.
 */
package org.jeongmun.outerlock;

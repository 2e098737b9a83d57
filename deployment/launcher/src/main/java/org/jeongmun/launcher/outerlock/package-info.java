/** The lock in front of every application, as its launcher deals with it: set up, looked for, drained and stopped. */
package org.jeongmun.launcher.outerlock;

/** The gate's own package, for the one thing that a test's WAR has to tell it: a few paths more. */
package org.jeongmun.web.gate;

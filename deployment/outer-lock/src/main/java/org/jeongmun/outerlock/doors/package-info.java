/**
 * What the server itself says about its doors: every application, mapping, filter and listener of the running
 * container.
 */
package org.jeongmun.outerlock.doors;

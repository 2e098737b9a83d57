/** The portal that is measured: a portal.jar in a process of its own, with a folder of its own, gone afterwards. */
package org.jeongmun.benchmark.portal;

/** Tests of the look-up protocol. */
package org.jeongmun.plugin.lookupportal;

/** Tests of what the SPI's values refuse. */
package org.jeongmun.spi;

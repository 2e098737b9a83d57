/** What every plugin must keep, as JUnit tests: extend the class of your kind and hand it your plugin. */
package org.jeongmun.spi.contract;

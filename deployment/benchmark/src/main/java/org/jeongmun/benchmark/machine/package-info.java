/** The machine on which is measured, and who else uses it meanwhile. Reads {@code /proc}; Linux alone. */
package org.jeongmun.benchmark.machine;

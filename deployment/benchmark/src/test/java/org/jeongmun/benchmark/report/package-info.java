/** The goals, and the pages on which they stand. */
package org.jeongmun.benchmark.report;

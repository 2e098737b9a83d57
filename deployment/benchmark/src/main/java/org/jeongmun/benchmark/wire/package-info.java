/** A small HTTP/1.1 client on one thread: it shares two cores with what it measures, so it must cost little. */
package org.jeongmun.benchmark.wire;

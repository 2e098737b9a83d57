/** What others do on the same machine with the same bytes: the limit that a figure of ours is read against. */
package org.jeongmun.benchmark.limit;

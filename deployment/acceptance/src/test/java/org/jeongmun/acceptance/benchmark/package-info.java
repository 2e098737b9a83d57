/** Measurements that are started by hand; the build runs none of them. */
package org.jeongmun.acceptance.benchmark;

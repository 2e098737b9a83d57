/** Visitors who walk through the portal's own pages, as the contract describes its forms. */
package org.jeongmun.benchmark.visit;

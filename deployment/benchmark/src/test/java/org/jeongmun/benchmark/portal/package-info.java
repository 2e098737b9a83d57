/** What is asked of the portal's Java, and what is given to it. */
package org.jeongmun.benchmark.portal;

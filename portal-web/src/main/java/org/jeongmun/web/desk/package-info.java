/** What operators see on the management port: health and metrics. */
package org.jeongmun.web.desk;

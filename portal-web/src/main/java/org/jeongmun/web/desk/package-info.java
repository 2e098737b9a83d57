/** What operators see and do on the management port: health, metrics, and the desk. */
package org.jeongmun.web.desk;

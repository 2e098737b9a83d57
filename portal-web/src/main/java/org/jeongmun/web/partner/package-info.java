/** Which partners there are and how much each has asked today: in memory, brought up to date twice a second. */
package org.jeongmun.web.partner;

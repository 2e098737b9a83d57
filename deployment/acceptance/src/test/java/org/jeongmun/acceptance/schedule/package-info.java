/** Windows that close, holds that expire, and schedules that change while the portal serves. */
package org.jeongmun.acceptance.schedule;

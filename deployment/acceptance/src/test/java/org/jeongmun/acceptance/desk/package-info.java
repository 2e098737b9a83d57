/** What operators do: maintenance, announcements, the desk, and the count of what was refused. */
package org.jeongmun.acceptance.desk;

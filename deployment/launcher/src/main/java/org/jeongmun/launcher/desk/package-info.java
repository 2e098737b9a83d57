/** What an operator does to the whole portal at once: maintenance and announcements, by command and from the desk. */
package org.jeongmun.launcher.desk;

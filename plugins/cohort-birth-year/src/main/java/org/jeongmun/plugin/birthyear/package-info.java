/** The rule "born from one year to another", both included. */
package org.jeongmun.plugin.birthyear;

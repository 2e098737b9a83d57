/** The rule "named by this roster", for people who are invited one by one. */
package org.jeongmun.plugin.roster;

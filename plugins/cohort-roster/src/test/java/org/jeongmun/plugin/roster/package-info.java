/** Tests of the rule about rosters. */
package org.jeongmun.plugin.roster;

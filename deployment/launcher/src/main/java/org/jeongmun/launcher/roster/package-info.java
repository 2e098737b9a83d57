/** Rosters of people who are invited by name: imported from CSV, kept as keyed hashes alone. */
package org.jeongmun.launcher.roster;

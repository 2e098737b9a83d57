/** The rosters that an operator imported, as the rules ask them. */
package org.jeongmun.web.roster;

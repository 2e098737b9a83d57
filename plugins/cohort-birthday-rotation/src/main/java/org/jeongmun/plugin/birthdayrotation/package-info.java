/** The rule "whose day of birth ends in this digit", for openings that take turns. */
package org.jeongmun.plugin.birthdayrotation;

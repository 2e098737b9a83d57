/** Tests of the rotation by day of birth. */
package org.jeongmun.plugin.birthdayrotation;

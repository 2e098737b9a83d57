/** The story that a demo lives through: the campaign of 14 July 2021 and 300 clinics. */
package org.jeongmun.launcher.story;

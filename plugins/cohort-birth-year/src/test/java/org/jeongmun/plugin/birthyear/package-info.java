/** Tests of the birth year rule. */
package org.jeongmun.plugin.birthyear;

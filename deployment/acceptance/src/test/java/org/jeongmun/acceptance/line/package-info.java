/** The waiting room from outside: who stands where, who is let in, and what gains nothing. */
package org.jeongmun.acceptance.line;

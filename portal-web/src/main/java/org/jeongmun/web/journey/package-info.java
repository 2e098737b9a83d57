/**
 * How somebody gets from one page to the next without a session: what they carry in sealed cookies, which step they may
 * take, and whether a form is really theirs.
 */
package org.jeongmun.web.journey;

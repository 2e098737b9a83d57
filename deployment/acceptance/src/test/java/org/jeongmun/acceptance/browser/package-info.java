/** The pages in a real browser: with and without scripts, on a phone, and for people who do not see them. */
package org.jeongmun.acceptance.browser;

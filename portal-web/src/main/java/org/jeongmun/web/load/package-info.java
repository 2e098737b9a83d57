/** How many requests may be inside at once, with room kept for those that matter most; the rest is told so at once. */
package org.jeongmun.web.load;

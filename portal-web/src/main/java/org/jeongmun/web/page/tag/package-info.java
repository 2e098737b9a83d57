/** Tags that write their mark-up at once: a page of theirs has few components and asks few expressions. */
package org.jeongmun.web.page.tag;

/** What the portal says to everybody, always: notices, their texts and times, the public documents, static files. */
package org.jeongmun.web.notice;

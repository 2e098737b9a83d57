/** What the database refuses to the portal's own login, whoever has stolen it. */
package org.jeongmun.acceptance.intruder;

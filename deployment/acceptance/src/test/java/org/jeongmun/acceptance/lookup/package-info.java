/** What partners look up, and what they are told while nobody may book. */
package org.jeongmun.acceptance.lookup;

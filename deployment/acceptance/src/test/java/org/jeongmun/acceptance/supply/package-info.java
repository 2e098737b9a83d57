/** What is sold out is told so, with what comes next, and what comes is there at its second. */
package org.jeongmun.acceptance.supply;

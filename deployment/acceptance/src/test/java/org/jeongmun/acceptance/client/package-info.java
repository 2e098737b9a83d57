/** How tests ask a portal: as a citizen with a browser without scripts, or byte by byte where no client would. */
package org.jeongmun.acceptance.client;

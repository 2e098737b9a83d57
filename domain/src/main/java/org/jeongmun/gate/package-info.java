/** The gate: may this URL, spelled exactly so, be reached now? A finite table and one pure decision. */
package org.jeongmun.gate;

/** The gate in front of everything: it decides about each request, and writes every answer that is not a page. */
package org.jeongmun.web.gate;

/** ROOT.war on a server as its makers publish it, with a PostgreSQL that nobody of ours started. */
package org.jeongmun.acceptance.stock;

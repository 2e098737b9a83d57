/** What this node knows of the portal: one thread asks the database four times a second, everybody else reads. */
package org.jeongmun.web.state;

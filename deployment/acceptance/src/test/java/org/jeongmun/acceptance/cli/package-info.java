/** portal.jar at a terminal: commands, exit codes, and the life of a portal from start to end. */
package org.jeongmun.acceptance.cli;

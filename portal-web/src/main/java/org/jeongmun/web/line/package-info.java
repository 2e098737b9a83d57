/**
 * This node's part in the waiting room: it collects who joins, follows the lines, takes its turn as controller and
 * keeps the inner door.
 */
package org.jeongmun.web.line;

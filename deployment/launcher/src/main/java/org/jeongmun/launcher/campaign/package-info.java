/**
 * The campaign file and the schedule that is stored from it: reading and checking the file, what a change may do to
 * windows that people rely on, and the commands of {@code campaign}.
 */
package org.jeongmun.launcher.campaign;

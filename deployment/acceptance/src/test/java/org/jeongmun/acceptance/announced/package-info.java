/**
 * What was really announced for July and August 2021, file after file, against an oracle that knows none of our
 * classes.
 */
package org.jeongmun.acceptance.announced;

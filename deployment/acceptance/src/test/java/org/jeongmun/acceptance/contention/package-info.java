/** Many people who want the same thing in the same moment. */
package org.jeongmun.acceptance.contention;

/** Ends without a goodbye, and what is still there afterwards. */
package org.jeongmun.acceptance.recovery;

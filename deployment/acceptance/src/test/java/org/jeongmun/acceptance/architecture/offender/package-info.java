/** Classes that break the rules on purpose, so that the rules can be seen to bite. */
package org.jeongmun.acceptance.architecture.offender;

/** Who belongs to a cohort, day by day at its edges. */
package org.jeongmun.acceptance.cohort;

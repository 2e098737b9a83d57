/** Who somebody is, as far as the portal keeps it, and which cohorts they belong to. */
package org.jeongmun.eligibility;

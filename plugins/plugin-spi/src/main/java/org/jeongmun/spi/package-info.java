/**
 * All that a plugin may know of the portal: one eligibility rule or one look-up protocol per plugin, JDK types only.
 * Through them a plugin can only narrow who may come; it never sees booking windows, names, phones or ids of persons.
 */
package org.jeongmun.spi;

/** Where and when vaccinations happen, and how many places are left there. */
package org.jeongmun.clinic;

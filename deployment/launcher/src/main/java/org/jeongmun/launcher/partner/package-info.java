/** {@code partner}: who may look clinics up under a contract, with which keys and how often. */
package org.jeongmun.launcher.partner;

/**
 * How many places there are for whom and from when: vaccines, pools and their releases, and how a release is divided.
 * Pure.
 */
package org.jeongmun.supply;

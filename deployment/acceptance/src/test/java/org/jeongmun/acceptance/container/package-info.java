/** What the server promises the portal, tried inside the server: wiring, transactions, limits, metrics, order. */
package org.jeongmun.acceptance.container;

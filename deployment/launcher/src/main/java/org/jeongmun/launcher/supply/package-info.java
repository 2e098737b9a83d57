/**
 * Vaccines and pools in the tables, and the supply of slots: allotted, withdrawn and moved, exactly and with its
 * history.
 */
package org.jeongmun.launcher.supply;

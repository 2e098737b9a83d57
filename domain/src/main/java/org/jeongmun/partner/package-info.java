/** Portals that look clinics up under a contract: who they are, their keys, and how much they may ask. */
package org.jeongmun.partner;

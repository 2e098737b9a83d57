/** The portal's own look-up protocol for partners: clinics with free places as JSON. */
package org.jeongmun.plugin.lookupportal;

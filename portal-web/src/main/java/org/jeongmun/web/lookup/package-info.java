/** The plugins of this installation, and what partner portals may ask of them below {@code /lookup/}. */
package org.jeongmun.web.lookup;

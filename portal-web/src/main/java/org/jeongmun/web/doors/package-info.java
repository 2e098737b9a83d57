/** What the portal says about its own doors, to operators alone: the material of {@code portal.jar doors}. */
package org.jeongmun.web.doors;

/** Real portals in processes of their own: started, stopped, killed and asked from outside alone. */
package org.jeongmun.acceptance.portal;

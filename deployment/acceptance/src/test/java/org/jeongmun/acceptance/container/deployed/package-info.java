/** What goes into the portal's WAR beside the tests that run there. */
package org.jeongmun.acceptance.container.deployed;

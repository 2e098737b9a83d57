/** {@code doors}: tries every door of a running portal, or of a scratch one at a planned moment. */
package org.jeongmun.launcher.doors;

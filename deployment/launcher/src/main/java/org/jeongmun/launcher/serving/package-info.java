/** The command {@code run}: checks, database, Payara Micro with the portal, and an orderly end. */
package org.jeongmun.launcher.serving;

/** Fills the directory, which is the clinics and their slots: from CSV files, or with synthetic ones. */
package org.jeongmun.launcher.directory;
